package org.mentoringroadmap.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a person entered in a task form. Taking a field removes its variable, so that texts about people leave no trace
 * in the engine: they belong into our tables.
 */
public final class TaskInput {
    private final Function<String, Object> variables;
    private final Consumer<String> remove;

    /**
     * @param variables reads a variable of the task, for example {@code task::getVariable}
     * @param remove removes a variable, for example {@code task::removeVariable}
     */
    public TaskInput(Function<String, Object> variables, Consumer<String> remove) {
        this.variables = variables;
        this.remove = remove;
    }

    /** Takes a field as it was sent; empty where it was not sent. */
    public Optional<Object> take(String field) {
        Object value = variables.apply(field);
        remove.accept(field);
        return Optional.ofNullable(value);
    }

    /** Takes a text as {@link EnteredText} leaves it; blank counts as not sent. */
    public Optional<String> text(String field) {
        return take(field).map(Object::toString).map(EnteredText::clean);
    }

    /**
     * Takes a date sent as {@code yyyy-MM-dd} (a time behind it is ignored).
     *
     * @throws UserInputException {@code input.date} when it is no date
     */
    public Optional<LocalDate> date(String field) {
        return text(field).map(TaskInput::parseDate);
    }

    /**
     * Takes a whole number of at least 0.
     *
     * @throws UserInputException {@code input.number} when it is none
     */
    public Optional<Integer> count(String field) {
        return text(field).map(text -> {
            try {
                int count = Integer.parseInt(text);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new UserInputException("input.number", text);
        });
    }

    private static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new UserInputException("input.date", text);
        }
    }
}
