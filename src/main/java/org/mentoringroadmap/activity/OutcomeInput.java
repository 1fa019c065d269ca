package org.mentoringroadmap.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a person says about the end of an activity.
 *
 * @param outcome which of the three ways
 * @param date day on which it was done, or date of the earlier document; may be null
 * @param number number of the document; may be null
 * @param note remark, or the reason why it is not held; may be null
 * @param link address of a page that shows the result; may be null
 */
public record OutcomeInput(Outcome outcome, LocalDate date, String number, String note, String link) {
    private static final int MAX_NUMBER_LENGTH = 50;
    /** Longest note that is kept, in characters. */
    public static final int MAX_NOTE_LENGTH = 2000;

    /**
     * Takes the fields outcome, date, number, note and link out of a task.
     *
     * @throws UserInputException {@code activity.outcome} or {@code input.date}
     */
    public static OutcomeInput take(TaskInput input) {
        return new OutcomeInput(
                Outcome.parse(input.text(OutcomeFields.OUTCOME).orElse(null)),
                input.date(OutcomeFields.DATE).orElse(null),
                input.text(OutcomeFields.NUMBER).orElse(null),
                input.text(OutcomeFields.NOTE).orElse(null),
                input.text(OutcomeFields.LINK).orElse(null));
    }

    /** The same with this date where none was entered; for forms that do not ask for the day. */
    public OutcomeInput orOn(LocalDate day) {
        return date != null || outcome != Outcome.DONE ? this : new OutcomeInput(outcome, day, number, note, link);
    }

    /** The same with this number where it is done and none was entered. */
    OutcomeInput orNumber(String known) {
        return number != null || outcome != Outcome.DONE ? this : new OutcomeInput(outcome, date, known, note, link);
    }

    /** The fields of a task that say the same: outcome, date, number, note and link as texts, those that are given. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put(OutcomeFields.OUTCOME, outcome.id());
        fields.put(OutcomeFields.DATE, date == null ? null : date.toString());
        fields.put(OutcomeFields.NUMBER, number);
        fields.put(OutcomeFields.NOTE, note);
        fields.put(OutcomeFields.LINK, link);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /**
     * The input with clean texts and nothing that its outcome does not have.
     *
     * @throws UserInputException {@code activity.date}, {@code activity.date-future}, {@code activity.date-old}, {@code
     *     activity.number}, {@code activity.reason}, {@code activity.link} or {@code activity.too-long}
     */
    public OutcomeInput checked(LocalDate today) {
        if (outcome == null) {
            throw new UserInputException("activity.outcome");
        }
        String cleanNote = TextInput.clean(note, MAX_NOTE_LENGTH);
        if (outcome == Outcome.NOT_HELD) {
            if (cleanNote == null) {
                throw new UserInputException("activity.reason");
            }
            return new OutcomeInput(outcome, null, null, cleanNote, null);
        }
        String cleanNumber = TextInput.clean(number, MAX_NUMBER_LENGTH);
        if (outcome == Outcome.EARLIER && (cleanNumber == null || date == null)) {
            throw new UserInputException("activity.number");
        }
        LocalDate day = DateInput.past(date, today);
        if (TextInput.areWords(link)) { // «на сайте школы» says where, but leads nowhere: it is kept as a note
            String both = cleanNote == null ? link : cleanNote + "\n" + link;
            return new OutcomeInput(outcome, day, cleanNumber, TextInput.clean(both, MAX_NOTE_LENGTH), null);
        }
        return new OutcomeInput(outcome, day, cleanNumber, cleanNote, TextInput.link(link));
    }
}
