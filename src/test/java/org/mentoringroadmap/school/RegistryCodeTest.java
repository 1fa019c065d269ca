package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.school.RegistryCode.Kind;

/** Codes with the check digits that the registers' rules give, each invented; of some the rest of the division is ten. */
class RegistryCodeTest {
    @ParameterizedTest
    @CsvSource({
        "INN, 0000700002",
        "INN, 0012345673",
        "INN, 0000123490",
        "KPP, 000001001",
        "KPP, 0000AB001",
        "OGRN, 1020000000074",
        "OGRN, 1120001234561",
        "OGRN, 1120001000020",
        "OKPO, 00000075",
        "OKPO, 12345678",
        "OKPO, 00000035"
    })
    void aRightCodeIsTaken(Kind kind, String code) {
        assertThat(kind.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INN, 0000700003",
        "INN, 0012345763",
        "INN, 0000000000",
        "INN, 500100732259",
        "INN, O012345673",
        "KPP, 00000100",
        "KPP, 0000a1001",
        "OGRN, 1020000000075",
        "OGRN, 1120001234651",
        "OGRN, 2120001234561",
        "OGRN, 112000123456",
        "OKPO, 12345768",
        "OKPO, 1234567"
    })
    void aSlipIsFound(Kind kind, String code) {
        assertThat(kind.isValid(code)).isFalse();
    }
}
