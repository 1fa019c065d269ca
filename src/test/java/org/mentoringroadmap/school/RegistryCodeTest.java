package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.school.RegistryCode.Kind;

/** Codes with the check digits that the registers' rules give; each invented, of a region that does not exist. */
class RegistryCodeTest {
    @ParameterizedTest
    @CsvSource({
        "INN, 0000700002",
        "INN, 7707083893",
        "KPP, 000001001",
        "KPP, 0000AB001",
        "OGRN, 1020000000074",
        "OGRN, 1027700132195",
        "OKPO, 00000075",
        "OKPO, 00032537"
    })
    void aRightCodeIsTaken(Kind kind, String code) {
        assertThat(kind.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INN, 0000700003",
        "INN, 7707083839",
        "INN, 0000000000",
        "INN, 500100732259",
        "INN, 77O7083893",
        "KPP, 00000100",
        "KPP, 0000a1001",
        "OGRN, 1020000000075",
        "OGRN, 1027700123195",
        "OGRN, 2027700132195",
        "OGRN, 102770013219",
        "OKPO, 00032573",
        "OKPO, 0003253"
    })
    void aSlipIsFound(Kind kind, String code) {
        assertThat(kind.isValid(code)).isFalse();
    }
}
