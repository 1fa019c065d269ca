package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * A day, a month, or a part of one or of several months, as a paper writes it.
 *
 * <p>Where the paper writes no year, the months from July to December are those of the first calendar year of the school
 * year and the months from January to June those of the second.
 *
 * @param from first month and day
 * @param lastMonth last month
 * @param lastDay last day of the last month; 0 for its end
 * @param fixedYear calendar year; null where the paper writes none
 * @param next whether the paper says «следующего года»
 * @param bare whether the paper names the month and nothing else
 */
record TermPoint(MonthDay from, Month lastMonth, int lastDay, Integer fixedYear, boolean next, boolean bare) {
    private static final int PREPARATION_BEGINS = Month.MAY.getValue();
    private static final int PREPARATION_ENDS = Month.AUGUST.getValue();
    private static final int SECOND_HALF = Month.JULY.getValue();

    TermSpan in(SchoolYear year) {
        return inCalendarYear(calendarYear(year));
    }

    /** The first time that it comes and does not end before a day; the year that the paper writes counts in any case. */
    TermSpan after(LocalDate day, SchoolYear year) {
        TermSpan span = in(year);
        return fixedYear == null && span.to().isBefore(day) ? inCalendarYear(calendarYear(year) + 1) : span;
    }

    /**
     * From this point to another. A span that begins in May or later and does not end before July lies in the first
     * calendar year, since it prepares the lessons: «май–август»; one that passes the end of a year begins in the first:
     * «сентябрь–май».
     */
    TermSpan to(TermPoint end, SchoolYear year) {
        int first = years(end, year);
        boolean passes = end.isBefore(this);
        int last = end.fixedYear != null ? end.fixedYear : passes ? first + 1 : first;
        return new TermSpan(
                inCalendarYear(first).from(), end.inCalendarYear(last).to());
    }

    /** Whether both write a year and it ends before it begins. */
    boolean isAfter(TermPoint end) {
        return fixedYear != null
                && end.fixedYear != null
                && (fixedYear > end.fixedYear || fixedYear.equals(end.fixedYear) && end.isBefore(this));
    }

    private int years(TermPoint end, SchoolYear year) {
        if (fixedYear != null) {
            return fixedYear;
        }
        if (end.fixedYear != null) {
            return end.isBefore(this) ? end.fixedYear - 1 : end.fixedYear;
        }
        boolean prepares = from.getMonthValue() >= PREPARATION_BEGINS
                && from.getMonthValue() <= PREPARATION_ENDS
                && end.lastMonth.getValue() >= SECOND_HALF;
        return prepares || end.isBefore(this) ? year.firstYear() + (next ? 1 : 0) : calendarYear(year);
    }

    private boolean isBefore(TermPoint other) {
        return lastMonth.compareTo(other.from.getMonth()) < 0
                || lastMonth == other.from.getMonth() && lastDay != 0 && lastDay < other.from.getDayOfMonth();
    }

    private int calendarYear(SchoolYear year) {
        if (fixedYear != null) {
            return fixedYear;
        }
        return (from.getMonthValue() >= SECOND_HALF ? year.firstYear() : year.secondYear()) + (next ? 1 : 0);
    }

    private TermSpan inCalendarYear(int year) {
        YearMonth last = YearMonth.of(year, lastMonth);
        return new TermSpan(from.atYear(year), lastDay == 0 ? last.atEndOfMonth() : last.atDay(lastDay));
    }
}
