package org.mentoringroadmap.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A rung of the ladder of reminders: so many days after the due date, a negative number before it. Rungs are 7, 3 and 1
 * days before, the day itself, 1, 3 and 7 days after, then every 7 days.
 *
 * @param days days from the due date to the rung
 */
record ReminderLevel(int days) {
    private static final int[] FIRST = {-7, -3, -1, 0, 1, 3};
    private static final int WEEK = 7;

    /** The highest rung that a task due on the given day has reached; empty when it is too early for any. */
    static Optional<ReminderLevel> reached(LocalDate due, LocalDate today) {
        int passed = Math.toIntExact(ChronoUnit.DAYS.between(due, today));
        if (passed >= WEEK) {
            return Optional.of(new ReminderLevel(passed / WEEK * WEEK));
        }
        return IntStream.of(FIRST).filter(days -> days <= passed).max().stream()
                .mapToObj(ReminderLevel::new)
                .findFirst();
    }

    /** The moment before which a term has reached its first rung on the given day. */
    static LocalDateTime horizon(LocalDate today) {
        return today.plusDays(1L - FIRST[0]).atStartOfDay();
    }

    /** The calendar day of the rung. */
    LocalDate day(LocalDate due) {
        return due.plusDays(days);
    }
}
