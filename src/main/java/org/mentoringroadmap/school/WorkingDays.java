package org.mentoringroadmap.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which days are worked on in every year: all but Saturdays, Sundays (Labour Code of the Russian Federation, article 111,
 * for a week of five days) and the holidays of its article 112. Days that the government moves from year to year, and those
 * of a school's own calendar, are not known here.
 */
public final class WorkingDays {
    private static final SortedSet<MonthDay> HOLIDAYS = Collections.unmodifiableSortedSet(Stream.concat(
                    IntStream.rangeClosed(1, 8).mapToObj(day -> MonthDay.of(1, day)),
                    Stream.of("--02-23", "--03-08", "--05-01", "--05-09", "--06-12", "--11-04")
                            .map(MonthDay::parse))
            .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));

    private WorkingDays() {}

    /** Whether people work on a day. */
    public static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** The day itself or the next one on which people work. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The day itself or the last one before it on which people work. */
    public static LocalDate onOrBefore(LocalDate day) {
        LocalDate last = day;
        while (!isWorking(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The last of so many days of work that follow a day. */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate last = day;
        for (int left = days; left > 0; left--) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }

    /** The holidays of every year, in order. */
    public static SortedSet<MonthDay> holidays() {
        return HOLIDAYS;
    }
}
