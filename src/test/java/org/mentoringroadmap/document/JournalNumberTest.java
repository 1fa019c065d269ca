package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalNumberTest {
    @ParameterizedTest
    @CsvSource({
        "42-ОД, {n}-ОД, 43-ОД",
        "14-а, {n}-а, 15-а",
        "21/1, {n}/1, 22/1",
        "01-08/42, 01-08/{n}, 01-08/43",
        "99, {n}, 100",
        "007-к, {n}-к, 008-к",
        "099, {n}, 100",
        "42-а, {n}-ОД, 43-а",
        "ПС-7, {n}, ПС-8",
        "б/н, {n}-ОД, 1-ОД",
    })
    void theNextNumberIsWrittenLikeTheLast(String last, String format, String next) {
        assertThat(JournalNumber.read(last, format).next(format).text()).isEqualTo(next);
    }

    @Test
    void spacesAndCaseMakeNoOtherNumber() {
        JournalNumber one = JournalNumber.read(" № 42-од ", "{n}-ОД");

        assertThat(one.text()).isEqualTo("42-од");
        assertThat(one.key()).isEqualTo(JournalNumber.read("42 - ОД", "{n}-ОД").key());
        assertThat(one.value()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({"{n}-ОД, true", "{n}, true", "ОД, false", "{n}/{n}, false", "{x}{n}, false", ", false"})
    void aFormatHasOnePlace(String format, boolean fits) {
        assertThat(JournalNumber.isFormat(format)).isEqualTo(fits);
    }
}
