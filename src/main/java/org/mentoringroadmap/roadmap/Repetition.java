package org.mentoringroadmap.roadmap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often an activity repeats within its term; the words of papers are in the bundle under {@code term.repeats.*}. */
public enum Repetition {
    DAY,
    WEEK,
    TWO_WEEKS,
    MONTH,
    /** Of the calendar year. */
    QUARTER,
    /** Of the lessons, which end before the holidays: in October, December, March and May. */
    SCHOOL_QUARTER,
    HALF_YEAR,
    YEAR,
    /** After each event, lesson or meeting: no calendar knows when. */
    AFTER_EACH;

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF_YEAR = 6;
    private static final List<Month> SCHOOL_QUARTERS = List.of(Month.MARCH, Month.MAY, Month.OCTOBER, Month.DECEMBER);

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The last days of the repetitions from one day to another, both included: Fridays or every second, ends of months,
     * quarters and half years, and the end itself in any case. What repeats daily, yearly or after each event has the end alone.
     */
    List<LocalDate> ends(LocalDate from, LocalDate to) {
        List<LocalDate> ends = new ArrayList<>();
        if (this != DAY && this != YEAR && this != AFTER_EACH) {
            for (LocalDate end = end(from); end.isBefore(to); end = end(end.plusDays(1))) {
                ends.add(end);
            }
        }
        ends.add(to);
        return List.copyOf(ends);
    }

    private LocalDate end(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            case TWO_WEEKS -> day.plusWeeks(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case QUARTER -> endOfPart(day, MONTHS_OF_QUARTER);
            case SCHOOL_QUARTER ->
                SCHOOL_QUARTERS.stream()
                        .map(month -> YearMonth.of(day.getYear(), month).atEndOfMonth())
                        .filter(end -> !end.isBefore(day))
                        .findFirst()
                        .orElseThrow();
            case HALF_YEAR -> endOfPart(day, MONTHS_OF_HALF_YEAR);
            case DAY, YEAR, AFTER_EACH -> throw new IllegalStateException(name());
        };
    }

    private static LocalDate endOfPart(LocalDate day, int months) {
        int last = (day.getMonthValue() + months - 1) / months * months;
        return YearMonth.of(day.getYear(), last).atEndOfMonth();
    }
}
