package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    @Test
    void shiftsWhatHasPassedAndLeavesWhatStandsAlone() {
        assertThat(moved(28, Map.of(), row("a", "2026-09-30"), row("b", "2026-10-31")))
                .containsExactly(entry("a", day("2026-10-28")));
    }

    @Test
    void isNeverInThePast() {
        assertThat(moved(3, Map.of(), row("a", "2026-08-31"), row("b", "2026-10-11")))
                .containsExactly(entry("a", TODAY), entry("b", day("2026-10-14")));
    }

    @Test
    void takesTheNextWorkingDay() {
        assertThat(moved(21, Map.of(), row("saturday", "2026-09-26"), row("wednesday", "2026-09-30")))
                .containsExactly(entry("saturday", day("2026-10-19")), entry("wednesday", day("2026-10-21")));
        assertThat(moved(35, Map.of(), row("unity", "2026-09-30")).get("unity")).isEqualTo(day("2026-11-05"));
        assertThat(moved(97, Map.of(), row("new year", "2026-09-30")).get("new year"))
                .as("5 January")
                .isEqualTo(day("2027-01-11"));
    }

    @Test
    void whatComesAfterKeepsItsDistance() {
        assertThat(moved(
                        28,
                        Map.of("b", Set.of("a"), "c", Set.of("b")),
                        row("c", "2026-10-20"),
                        row("a", "2026-09-30"),
                        row("b", "2026-10-12")))
                .as("in the order of dependencies")
                .containsExactly(
                        entry("a", day("2026-10-28")), entry("b", day("2026-11-09")), entry("c", day("2026-11-17")));
    }

    @Test
    void butNoMoreThanTwoWeeks() {
        assertThat(moved(28, Map.of("b", Set.of("a")), row("a", "2026-09-30"), row("b", "2026-11-01")))
                .containsEntry("b", day("2026-11-11"));
    }

    @Test
    void whatIsLateEnoughStays() {
        assertThat(moved(
                        28, Map.of("b", Set.of("a"), "c", Set.of("b")), row("a", "2026-09-30"), row("b", "2026-11-15")))
                .containsOnlyKeys("a");
        assertThat(moved(
                        28,
                        Map.of("b", Set.of("a"), "c", Set.of("b")),
                        row("a", "2026-09-30"),
                        row("b", "2027-05-30"),
                        row("c", "2027-05-31")))
                .as("behind what stays nothing moves")
                .containsOnlyKeys("a");
    }

    @Test
    void theLatestOfSeveralNeedsCounts() {
        assertThat(moved(
                        14,
                        Map.of("c", Set.of("a", "b")),
                        row("c", "2026-10-15"),
                        row("a", "2026-09-30"),
                        row("b", "2026-10-09")))
                .containsEntry("a", day("2026-10-14"))
                .containsEntry("b", day("2026-10-23"))
                .containsEntry("c", day("2026-10-29"));
    }

    @Test
    void severalMayBecomeTheSameAtTheEndOfTheYear() {
        assertThat(moved(800, Map.of("b", Set.of("a")), row("a", "2026-09-30"), row("b", "2026-10-20")))
                .containsExactly(entry("a", LAST), entry("b", LAST));
        assertThat(new Timetable(List.of(row("a", "2027-09-30")), key -> Set.of(), day("2028-12-30"), day("2028-12-31"))
                        .moved(7, Map.of()))
                .as("no working day is left")
                .isEmpty();
    }

    @Test
    void whatThePlanEndsBeforeWhatItNeedsGoesPastItOnlyWithIt() {
        assertThat(moved(14, Map.of("b", Set.of("a")), row("a", "2027-05-31"), row("b", "2026-09-30")))
                .containsExactly(entry("b", day("2026-10-14")));
        assertThat(moved(28, Map.of("b", Set.of("a")), row("a", "2026-10-05"), row("b", "2026-09-21")))
                .containsExactly(entry("a", day("2026-11-02")), entry("b", day("2026-11-02")));
    }

    @Test
    void whatIsDecidedStaysAndTheRestGoesByIt() {
        Timetable timetable = timetable(
                Map.of("b", Set.of("a"), "c", Set.of("b")),
                row("a", "2026-09-30"),
                row("b", "2026-10-05"),
                row("c", "2026-10-20"));
        assertThat(timetable.moved(28, Map.of("a", day("2026-12-01"))))
                .containsExactly(entry("b", day("2026-12-07")), entry("c", day("2026-12-21")));
        assertThat(timetable.moved(28, Map.of("a", day("2026-09-30"), "b", day("2026-10-05"))))
                .as("left as they are")
                .isEmpty();
    }

    @Test
    void aCircleEnds() {
        assertThat(moved(
                        28,
                        Map.of("a", Set.of("c", "a"), "b", Set.of("a"), "c", Set.of("b", "gone")),
                        row("a", "2026-09-30"),
                        row("b", "2026-10-12"),
                        row("c", "2026-10-20")))
                .containsEntry("a", day("2026-10-28"));
    }

    private static Map<String, LocalDate> moved(int days, Map<String, Set<String>> needs, Timetable.Row... rows) {
        return timetable(needs, rows).moved(days, Map.of());
    }

    private static Timetable timetable(Map<String, Set<String>> needs, Timetable.Row... rows) {
        return new Timetable(Arrays.asList(rows), key -> needs.getOrDefault(key, Set.of()), TODAY, LAST);
    }

    private static Timetable.Row row(String key, String due) {
        return new Timetable.Row(key, day(due));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
