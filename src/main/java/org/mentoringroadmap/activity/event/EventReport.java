package org.mentoringroadmap.activity.event;

import java.time.LocalDate;
import org.mentoringroadmap.activity.DateInput;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What came of an event.
 *
 * @param date day on which it took place
 * @param came how many people came; may be null
 * @param decisions what was decided, at most 10 000 characters; may be null
 */
public record EventReport(LocalDate date, Integer came, String decisions) {
    private static final int MAX_TEXT_LENGTH = 10_000;

    /**
     * Takes the fields came and decisions out of a task.
     *
     * @param date the day of the same form, taken before
     * @throws UserInputException {@code input.number}
     */
    public static EventReport take(TaskInput input, LocalDate date) {
        return new EventReport(
                date, input.count("came").orElse(null), input.text("decisions").orElse(null));
    }

    /** @throws UserInputException {@code activity.date}, {@code activity.date-future}, {@code activity.too-long} */
    EventReport checked(LocalDate today) {
        return new EventReport(DateInput.past(date, today), came, TextInput.clean(decisions, MAX_TEXT_LENGTH));
    }
}
