package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 а|5А",
                "5-А|5А",
                "5–А|5А",
                "5/А|5А",
                "5А.|5А",
                "5 «А»|5А",
                "5A|5А",
                "5\u200BА|5А",
                "１０А|10А",
                "1 - 1|1-1",
                "1.1|1-1",
                "1/0|1-0",
                "10 ИНЖ|10ИНЖ",
                "05А|5А",
            })
    void isOneHoweverItIsWritten(String one, String other) {
        assertThat(ClassKey.of(one)).isEqualTo(ClassKey.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-1|11",
                "1-2|12",
                "1/0|10",
                "1 1|11",
                "1(1)|11",
                "5Й|5И",
                "5й|5и",
                "5Ё|5Е",
                "5³|5",
                "5А*|5А",
                "5А/Б|5АБ",
                "5b|5В",
                "1О|10"
            })
    void whatTellsClassesApartStays(String one, String other) {
        assertThat(ClassKey.of(one)).isNotEqualTo(ClassKey.of(other));
    }
}
