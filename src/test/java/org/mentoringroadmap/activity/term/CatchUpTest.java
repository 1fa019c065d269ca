package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.shared.SchoolYear;

class CatchUpTest {
    private static final SchoolYear YEAR = new SchoolYear(2026);

    @Test
    void theYearRunsTwiceAsFastUntilItHasCaughtUp() {
        CatchUp december = CatchUp.suggested(day("2026-08-31"), day("2026-12-01"), YEAR);

        assertThat(december.first()).isEqualTo(day("2026-12-15"));
        assertThat(december.until()).isEqualTo(day("2027-03-31"));
        assertThat(december.of(day("2026-08-31"))).isEqualTo(day("2026-12-15"));
        assertThat(december.of(day("2026-10-30"))).as("60 days later").isEqualTo(day("2027-01-14"));
        assertThat(december.of(day("2027-03-29"))).isEqualTo(day("2027-03-30"));
        assertThat(december.of(day("2027-03-31"))).isEqualTo(day("2027-03-31"));
        assertThat(december.of(day("2027-05-31"))).isEqualTo(day("2027-05-31"));
    }

    @Test
    void orFasterWhereLessonsEndBefore() {
        CatchUp march = CatchUp.suggested(day("2026-08-31"), day("2027-03-01"), YEAR);

        assertThat(march.first()).isEqualTo(day("2027-03-15"));
        assertThat(march.until()).isEqualTo(day("2027-05-31"));
    }

    @Test
    void whoStartsWhenLessonsEndHasTheRestOfTheYear() {
        assertThat(CatchUp.suggested(day("2026-08-31"), day("2027-05-12"), YEAR))
                .isEqualTo(new CatchUp(day("2026-08-31"), day("2027-05-26"), day("2027-12-31")));
        assertThat(CatchUp.suggested(day("2027-11-30"), day("2027-12-30"), YEAR))
                .isEqualTo(new CatchUp(day("2027-11-30"), day("2027-12-30"), day("2027-12-31")));
    }

    @Test
    void whatIsHardlyLateIsCaughtUpWithSoon() {
        assertThat(CatchUp.suggested(day("2026-11-30"), day("2026-12-01"), YEAR).until())
                .isEqualTo(day("2026-12-30"));
    }

    @Test
    void keepsTheOrderAndNeverGoesBack() {
        CatchUp days = new CatchUp(day("2026-08-31"), day("2026-12-15"), day("2027-01-20"));
        LocalDate before = days.of(day("2026-08-30"));
        for (LocalDate due = day("2026-08-31"); due.isBefore(day("2027-02-01")); due = due.plusDays(1)) {
            assertThat(days.of(due)).isAfterOrEqualTo(before).isAfterOrEqualTo(due);
            before = days.of(due);
        }
    }

    @Test
    void aDayOffStandsForTheWorkingDayAfterIt() {
        assertThat(CatchUp.chosen(day("2026-08-31"), day("2027-04-02"), day("2027-04-03"), day("2027-12-31"))
                        .until())
                .isEqualTo(day("2027-04-05"));
        assertThat(CatchUp.chosen(day("2021-08-31"), day("2022-12-02"), day("2022-12-31"), day("2022-12-31"))
                        .until())
                .as("after it the year is over")
                .isEqualTo(day("2022-12-31"));
    }

    @Test
    void refusesDaysInNoOrder() {
        assertThatThrownBy(() -> new CatchUp(day("2026-08-31"), day("2026-08-30"), day("2026-09-30")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CatchUp(day("2026-08-31"), day("2026-09-30"), day("2026-09-30")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
