package org.mentoringroadmap.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaknessTest {
    @ParameterizedTest
    @CsvSource({
        "0.2, FORM, WEAK_FORM_ONLY WEAK_SCORE",
        "0.35, FORM, WEAK_FORM_ONLY",
        "0.35, HOUR CLASS_ABOVE TRAINED FORM, WEAK_CONDITIONS_ONLY",
        "0.2, CLASS_ABOVE FORM, WEAK_CONDITIONS_ONLY WEAK_SCORE",
        "0.2, INTERESTS FORM, WEAK_SCORE",
        "0.21, INTERESTS FORM, ''",
        "0.5, REQUESTS FORM, ''",
        "0.5, PREFERENCES_MENTOR FORM, ''",
        "0.5, ADVICE FORM, ''",
        "0.5, EARLIER_PAIR FORM, ''",
        "0.5, EARLIER_PARTED FORM, WEAK_CONDITIONS_ONLY",
        "0.1, LOCKED FORM, ''",
        "0.1, '', ''",
    })
    void aPairIsWeakWhereNothingSpeaksForTheseTwo(double score, String reasons, String weak) {
        assertThat(Weakness.of(score, reasons(reasons)))
                .extracting(Reason::code)
                .isEqualTo(reasons(weak).stream().map(Reason::code).toList());
    }

    private static List<Reason> reasons(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Reason::of)
                .toList();
    }
}
