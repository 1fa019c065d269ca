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
    void whatIsWantedLaterMovesAndWhatIsNotStays() {
        assertThat(moved(Map.of(), row("a", "2026-09-30", "2026-10-28"), row("b", "2026-10-31")))
                .containsExactly(entry("a", day("2026-10-28")));
    }

    @Test
    void isNeverInThePast() {
        assertThat(moved(Map.of(), row("a", "2026-08-31", "2026-09-03"), row("b", "2026-10-11", "2026-10-14")))
                .containsExactly(entry("a", TODAY), entry("b", day("2026-10-14")));
    }

    @Test
    void takesTheNextWorkingDay() {
        assertThat(moved(Map.of(), row("saturday", "2026-09-26", "2026-10-17")))
                .containsExactly(entry("saturday", day("2026-10-19")));
        assertThat(moved(Map.of(), row("unity", "2026-09-30", "2026-11-04")).get("unity"))
                .isEqualTo(day("2026-11-05"));
        assertThat(moved(Map.of(), row("new year", "2026-09-30", "2027-01-05")).get("new year"))
                .isEqualTo(day("2027-01-11"));
    }

    @Test
    void whatComesAfterKeepsItsDistance() {
        assertThat(timetable(
                                Map.of("b", Set.of("a"), "c", Set.of("b")),
                                row("c", "2026-10-20"),
                                row("a", "2026-09-30"),
                                row("b", "2026-10-12"))
                        .moved(Map.of("a", day("2026-10-28"))))
                .as("in the order of dependencies")
                .containsExactly(entry("b", day("2026-11-09")), entry("c", day("2026-11-17")));
    }

    @Test
    void theDistanceThatItWasToHave() {
        assertThat(timetable(
                                Map.of("b", Set.of("a")),
                                row("a", "2026-09-30", "2026-10-26"),
                                row("b", "2026-10-12", "2026-10-29"))
                        .moved(Map.of("a", day("2026-11-09"))))
                .containsExactly(entry("b", day("2026-11-12")));
    }

    @Test
    void butNoMoreThanTwoWeeks() {
        assertThat(timetable(Map.of("b", Set.of("a")), row("a", "2026-09-30"), row("b", "2026-11-01"))
                        .moved(Map.of("a", day("2026-10-28"))))
                .containsEntry("b", day("2026-11-11"));
    }

    @Test
    void daysOffDoNotAddUp() {
        assertThat(timetable(
                                Map.of("b", Set.of("a"), "c", Set.of("b"), "d", Set.of("a")),
                                row("a", "2026-10-12"),
                                row("b", "2026-10-17"),
                                row("c", "2026-10-22"),
                                row("d", "2026-10-22"))
                        .moved(Map.of("a", day("2026-11-09"))))
                .containsEntry("b", day("2026-11-16"))
                .containsEntry("c", day("2026-11-19"))
                .containsEntry("d", day("2026-11-19"));
    }

    @Test
    void whatStaysOnADayOffGoesWithWhatItNeeds() {
        assertThat(moved(Map.of("b", Set.of("a")), row("a", "2026-10-16", "2026-10-17"), row("b", "2026-10-18")))
                .containsExactly(entry("a", day("2026-10-19")), entry("b", day("2026-10-19")));
    }

    @Test
    void whatIsLateEnoughStays() {
        assertThat(timetable(Map.of("b", Set.of("a"), "c", Set.of("b")), row("a", "2026-09-30"), row("b", "2026-11-15"))
                        .moved(Map.of("a", day("2026-10-28"))))
                .isEmpty();
        assertThat(timetable(
                                Map.of("b", Set.of("a"), "c", Set.of("b")),
                                row("a", "2026-09-30"),
                                row("b", "2027-05-30"),
                                row("c", "2027-05-31"))
                        .moved(Map.of("a", day("2026-10-28"))))
                .as("behind what stays nothing moves")
                .isEmpty();
    }

    @Test
    void theLatestOfSeveralNeedsCounts() {
        assertThat(timetable(
                                Map.of("c", Set.of("a", "b")),
                                row("c", "2026-10-15"),
                                row("a", "2026-09-30"),
                                row("b", "2026-10-09"))
                        .moved(Map.of("a", day("2026-10-14"), "b", day("2026-10-23"))))
                .containsExactly(entry("c", day("2026-10-29")));
    }

    @Test
    void severalMayBecomeTheSameAtTheEndOfTheYear() {
        assertThat(moved(
                        Map.of("b", Set.of("a")),
                        row("a", "2026-09-30", "2028-09-30"),
                        row("b", "2026-10-20", "2028-10-20")))
                .containsExactly(entry("a", LAST), entry("b", LAST));
        assertThat(new Timetable(
                                List.of(row("a", "2027-09-30", "2028-12-31")),
                                key -> Set.of(),
                                day("2028-12-30"),
                                day("2028-12-31"))
                        .moved(Map.of()))
                .as("no working day is left")
                .isEmpty();
    }

    @Test
    void whatThePlanEndsBeforeWhatItNeedsGoesPastItOnlyWithIt() {
        assertThat(moved(Map.of("b", Set.of("a")), row("a", "2027-05-31"), row("b", "2026-09-30", "2026-10-14")))
                .containsExactly(entry("b", day("2026-10-14")));
        assertThat(moved(
                        Map.of("b", Set.of("a")),
                        row("a", "2026-10-05", "2026-11-02"),
                        row("b", "2026-09-21", "2026-10-19")))
                .containsExactly(entry("a", day("2026-11-02")), entry("b", day("2026-11-02")));
    }

    @Test
    void whatIsDecidedStaysAndTheRestGoesByIt() {
        Timetable timetable = timetable(
                Map.of("b", Set.of("a"), "c", Set.of("b")),
                row("a", "2026-09-30"),
                row("b", "2026-10-05"),
                row("c", "2026-10-20"));
        assertThat(timetable.moved(Map.of("a", day("2026-12-01"))))
                .containsExactly(entry("b", day("2026-12-07")), entry("c", day("2026-12-21")));
        assertThat(timetable.moved(Map.of("a", day("2026-09-30"), "b", day("2026-10-05"))))
                .as("left as they are")
                .isEmpty();
    }

    @Test
    void aCircleEnds() {
        assertThat(moved(
                        Map.of("a", Set.of("c", "a"), "b", Set.of("a"), "c", Set.of("b", "gone")),
                        row("a", "2026-09-30", "2026-10-28"),
                        row("b", "2026-10-12"),
                        row("c", "2026-10-20")))
                .containsEntry("a", day("2026-10-28"));
    }

    private static Map<String, LocalDate> moved(Map<String, Set<String>> needs, Timetable.Row... rows) {
        return timetable(needs, rows).moved(Map.of());
    }

    private static Timetable timetable(Map<String, Set<String>> needs, Timetable.Row... rows) {
        return new Timetable(Arrays.asList(rows), key -> needs.getOrDefault(key, Set.of()), TODAY, LAST);
    }

    private static Timetable.Row row(String key, String due) {
        return row(key, due, due);
    }

    private static Timetable.Row row(String key, String due, String wanted) {
        return new Timetable.Row(key, day(due), day(wanted));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
