package org.mentoringroadmap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A consent counts in a programme when it lasts until the programme's year ends and was signed by then, not when it is valid
 * today. Each statement that asks how long one lasts compares {@code :until}, the last day of the programme, with both.
 */
class ConsentsOfTheYearTest {
    private static final Pattern ASKS = Pattern.compile("(?i)valid_?until\\s*>=?|between\\s+c\\.signed_?on\\s+and");

    /** What may be kept of a person at all is asked of the day on which it is entered ({@code ConsentGate}). */
    private static final Pattern MAY_BE_KEPT = Pattern.compile(":mentee = true and c\\.asMentee = true");

    /** Whether notes of the psychologist go is asked of every day, until they are gone. */
    private static final Pattern MAY_STAY = Pattern.compile("from psychologist_note n .*o\\.valid_until >= :today");

    private static final Pattern OF_THE_YEAR =
            Pattern.compile("(?i):until\\s+between\\s+c\\.signed_?on\\s+and\\s+c\\.valid_?until");

    @Test
    void noStatementAsksWhetherOneIsValidToday() throws IOException {
        List<String> asking = ClassTexts.all().values().stream()
                .flatMap(List::stream)
                .filter(text -> ASKS.matcher(text).find())
                .filter(text -> !MAY_BE_KEPT.matcher(text).find())
                .filter(text -> !MAY_STAY.matcher(text).find())
                .toList();

        assertThat(asking).hasSizeGreaterThan(5);
        assertThat(asking).allMatch(text -> OF_THE_YEAR.matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.validUntil >= :day",
                "c.valid_until >= current_date",
                "valid_until>=?",
                "c.validUntil >= :until"
            })
    void theCheckSeesWhoAsksForToday(String statement) {
        assertThat(ASKS.matcher(statement).find()).isTrue();
        assertThat(OF_THE_YEAR.matcher(statement).find()).isFalse();
    }
}
