package org.mentoringroadmap.activity.event;

import java.time.LocalDate;
import org.mentoringroadmap.activity.DateInput;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.shared.UserInputException;

/**
 * When and where an event is to take place.
 *
 * @param date its day
 * @param begins when on that day, «14:00» or «после пятого урока»; may be null
 * @param place where
 * @param invited how many people are invited; may be null
 * @param agenda what is to be talked about; may be null
 */
public record EventPlan(LocalDate date, String begins, String place, Integer invited, String agenda) {
    private static final int MAX_HOUR_LENGTH = 40;
    private static final int MAX_PLACE_LENGTH = 200;
    private static final int MAX_TEXT_LENGTH = 10_000;

    /**
     * Takes the fields eventDate, begins, place, invited and agenda out of a task.
     *
     * @throws UserInputException {@code input.date} or {@code input.number}
     */
    public static EventPlan take(TaskInput input) {
        return new EventPlan(
                input.date("eventDate").orElse(null),
                input.text("begins").orElse(null),
                input.text("place").orElse(null),
                input.count("invited").orElse(null),
                input.text("agenda").orElse(null));
    }

    /** @throws UserInputException {@code event.date}, {@code event.place} or a text that is too long */
    EventPlan checked() {
        if (date == null) {
            throw new UserInputException("event.date");
        }
        String cleanPlace = TextInput.clean(place, MAX_PLACE_LENGTH);
        if (cleanPlace == null) {
            throw new UserInputException("event.place");
        }
        return new EventPlan(
                DateInput.plausible(date),
                TextInput.clean(begins, MAX_HOUR_LENGTH),
                cleanPlace,
                invited,
                TextInput.clean(agenda, MAX_TEXT_LENGTH));
    }
}
