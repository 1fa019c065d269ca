package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-11, 2026-09-11, 2026-09-11", // Friday
        "2026-09-12, 2026-09-14, 2026-09-11", // Saturday
        "2026-09-13, 2026-09-14, 2026-09-11",
        "2026-11-04, 2026-11-05, 2026-11-03",
        "2027-01-01, 2027-01-11, 2026-12-31", // the holidays end on a Friday
        "2027-02-23, 2027-02-24, 2027-02-22",
        "2027-03-08, 2027-03-09, 2027-03-05",
        "2028-05-01, 2028-05-02, 2028-04-28",
        "2028-05-09, 2028-05-10, 2028-05-08",
        "2028-06-12, 2028-06-13, 2028-06-09"
    })
    void findsTheNearestWorkingDay(LocalDate day, LocalDate after, LocalDate before) {
        assertThat(WorkingDays.onOrAfter(day)).isEqualTo(after);
        assertThat(WorkingDays.onOrBefore(day)).isEqualTo(before);
        assertThat(WorkingDays.isWorking(day)).isEqualTo(day.equals(after));
    }

    @Test
    void knowsTheHolidaysOfTheLabourCode() {
        assertThat(WorkingDays.holidays())
                .hasSize(14)
                .startsWith(MonthDay.of(1, 1))
                .endsWith(MonthDay.of(11, 4))
                .contains(MonthDay.of(1, 8), MonthDay.of(2, 23), MonthDay.of(5, 9))
                .doesNotContain(MonthDay.of(1, 9), MonthDay.of(12, 31));
    }
}
