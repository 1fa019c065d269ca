package org.mentoringroadmap.activity;

import java.time.LocalDate;
import org.mentoringroadmap.shared.UserInputException;

/** Checks of days that people enter. */
public final class DateInput {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private DateInput() {}

    /**
     * A day on which something was done.
     *
     * @throws UserInputException {@code activity.date} when it is missing, {@code activity.date-future}, {@code
     *     activity.date-old} when the year is mistyped
     */
    public static LocalDate past(LocalDate day, LocalDate today) {
        if (day == null) {
            throw new UserInputException("activity.date");
        }
        if (day.isAfter(today)) {
            throw new UserInputException("activity.date-future");
        }
        return plausible(day);
    }

    /** @throws UserInputException {@code activity.date-old} when the year is mistyped */
    public static LocalDate plausible(LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new UserInputException("activity.date-old");
        }
        return day;
    }
}
