package org.mentoringroadmap.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderLevelTest {
    private static final LocalDate DUE = LocalDate.of(2025, 9, 30);

    @ParameterizedTest
    @CsvSource({
        "-8, ",
        "-7, -7",
        "-4, -7",
        "-3, -3",
        "-2, -3",
        "-1, -1",
        "0, 0",
        "1, 1",
        "2, 1",
        "3, 3",
        "6, 3",
        "7, 7",
        "13, 7",
        "14, 14",
        "20, 14",
        "21, 21",
        "200, 196"
    })
    void theHighestReachedRungCounts(int daysAfterDue, Integer rung) {
        assertThat(ReminderLevel.reached(DUE, DUE.plusDays(daysAfterDue))
                        .map(ReminderLevel::days)
                        .orElse(null))
                .isEqualTo(rung);
    }
}
