package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredPhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8 900 000-00-01",
                "+7 (900) 000 00 02",
                "+79000000001",
                "89001234567",
                "9001234567",
                "8 (38456) 2-11-22",
                "2-11-22",
                "211-22-33 доб. 12",
                "8 (900) 000-00-01, +7 900 000 00 02 (мама)",
                "89001234567 89007654321",
                "9001234567 / 9007654321",
                "+375 29 123-45-67",
                "8 900 000-00-01; дом. 2-11-22"
            })
    void isAPhone(String phone) {
        assertThat(EnteredPhone.doubt(phone)).isEmpty();
        assertThat(EnteredPhone.checked(phone)).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,90012E+10", "7.90012E+10", "8,9E+10", "79E+9", "7,90012е+10", "7,9001E10"})
    void figuresThatASpreadsheetHasTakenAreLost(String phone) {
        assertThatThrownBy(() -> EnteredPhone.checked(phone))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("input.phone-lost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "79001200000|doubt.phone-rounded",
                "спросить у мамы|doubt.phone-none",
                "890012345|doubt.phone-length",
                "8900123456|doubt.phone-length",
                "890012345678|doubt.phone-length",
                "123|doubt.phone-length",
                "+7 900 123-45|doubt.phone-length",
                "8 900 000-00-01, 8 900 0000|doubt.phone-length",
            })
    void isAskedAbout(String phone, String code) {
        assertThat(EnteredPhone.doubt(phone)).contains(code);
    }
}
