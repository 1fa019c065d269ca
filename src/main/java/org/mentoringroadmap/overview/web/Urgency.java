package org.mentoringroadmap.overview.web;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a term presses.
 *
 * @param code key of the words, with the number of days as {0}
 * @param days whole days to the term or since it
 * @param late whether the term has passed
 */
record Urgency(String code, long days, boolean late) {
    /** A term in so many days counts as near: the first rung of the reminders. */
    private static final int SOON = 7;

    /** Empty when there is no term or when it is far. */
    static Optional<Urgency> of(LocalDateTime due, LocalDateTime now) {
        if (due == null) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), due.toLocalDate());
        if (due.isBefore(now)) {
            return Optional.of(new Urgency("overview.overdue." + form(-days), -days, true));
        }
        return days > SOON ? Optional.empty() : Optional.of(new Urgency("overview.soon." + form(days), days, false));
    }

    /** Russian has three forms after a number; today has words of its own. */
    static String form(long number) {
        if (number == 0) {
            return "today";
        }
        long tens = number % 100;
        long units = number % 10;
        if (units == 1 && tens != 11) {
            return "one";
        }
        return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }
}
