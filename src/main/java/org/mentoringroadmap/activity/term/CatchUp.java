package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * How a late year catches up with its plan. What the plan ends between its earliest passed day and the day of catching up
 * is squeezed into the time that is left until then; what it ends later stays where it is. So the order of the plan
 * stays, also between what has passed and what has not, and nothing is pushed out of the year.
 *
 * @param earliest the earliest planned last day that has passed
 * @param first what becomes of it, not before it
 * @param until the day on which the year has caught up with its plan, after {@code first}; a working day, so that what is
 *     put off from a day off does not go past what stays
 */
public record CatchUp(LocalDate earliest, LocalDate first, LocalDate until) {
    private static final int DAYS_FOR_THE_FIRST = 14;

    /** @throws IllegalArgumentException when the days are not in this order */
    public CatchUp {
        if (first.isBefore(earliest) || !until.isAfter(first)) {
            throw new IllegalArgumentException("Not in order: " + earliest + ", " + first + ", " + until);
        }
    }

    /** By days that somebody has chosen; a day off stands for the working day after it. */
    static CatchUp chosen(LocalDate earliest, LocalDate first, LocalDate until, LocalDate last) {
        LocalDate working = WorkingDays.onOrAfter(until);
        LocalDate caughtUp = working.isAfter(last) ? until : working;
        return new CatchUp(earliest, first, caughtUp);
    }

    /**
     * Two weeks for the earliest, and from there on twice as fast as planned, but not beyond the lessons; who starts in
     * their last month has until the last day of the year.
     */
    static CatchUp suggested(LocalDate earliest, LocalDate today, SchoolYear year) {
        LocalDate last = YearDays.last(year);
        LocalDate first = earlier(WorkingDays.onOrAfter(today.plusDays(DAYS_FOR_THE_FIRST)), last.minusDays(1));
        LocalDate lessons = YearDays.lessonsEnd(year);
        LocalDate end = first.isBefore(lessons.withDayOfMonth(1)) ? lessons : last;
        LocalDate until = earlier(first.plusDays(Math.max(1, ChronoUnit.DAYS.between(earliest, first))), end);
        return chosen(earliest, first, until, last);
    }

    /** The day that takes the place of a planned last day; the same where the plan has been caught up with. */
    LocalDate of(LocalDate due) {
        if (!due.isBefore(until)) {
            return due;
        }
        long planned = ChronoUnit.DAYS.between(earliest, until);
        long left = ChronoUnit.DAYS.between(first, until);
        long from = Math.max(0, ChronoUnit.DAYS.between(earliest, due));
        return first.plusDays((from * left + planned - 1) / planned);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
