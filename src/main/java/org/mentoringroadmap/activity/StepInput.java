package org.mentoringroadmap.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What a person says in one step of an activity.
 *
 * @param outcome how the step ended
 * @param figures whole numbers by the name of their field
 * @param texts texts by the name of their field
 */
public record StepInput(OutcomeInput outcome, Map<String, Integer> figures, Map<String, String> texts) {
    private static final int MAX_TEXT_LENGTH = 4000;

    /**
     * Takes the fields of the outcome and those that the task declares out of the task. A step that is not held has no
     * figures and texts; one done earlier may have them.
     *
     * @throws UserInputException {@code step.missing}, {@code step.figure}, {@code step.at-most} and others naming the
     *     field by its label; what {@link OutcomeInput#take} refuses
     */
    public static StepInput take(TaskInput input, StepFields fields) {
        OutcomeInput outcome = OutcomeInput.take(input);
        boolean held = outcome.outcome() != Outcome.NOT_HELD;
        boolean done = outcome.outcome() == Outcome.DONE;
        Map<String, Integer> figures = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (StepFields.Field field : fields.figures()) {
            Optional<String> text = input.text(field.name()).filter(value -> held);
            required(field.name(), text, done && !field.optional())
                    .ifPresent(value -> figures.put(field.name(), figure(field.name(), value)));
        }
        for (StepFields.Field field : fields.texts()) {
            Optional<String> text = input.text(field.name())
                    .filter(value -> held)
                    .map(value -> TextInput.clean(value, MAX_TEXT_LENGTH));
            required(field.name(), text, done && !field.optional()).ifPresent(value -> texts.put(field.name(), value));
        }
        if (done) {
            fields.limits().forEach(limit -> check(limit, figures));
            fields.needs().forEach(name -> checkNeed(name, outcome));
        }
        return new StepInput(outcome, figures, texts);
    }

    private static Optional<String> required(String name, Optional<String> value, boolean required) {
        if (required && value.isEmpty()) {
            throw new UserInputException("step.missing", label(name));
        }
        return value;
    }

    /** Forms send numbers as numbers, which may come as 12.0. */
    private static Integer figure(String name, String value) {
        if (!value.matches("\\d{1,7}(\\.0+)?")) {
            throw new UserInputException("step.figure", label(name), value);
        }
        return Integer.valueOf(value.replaceFirst("\\..*", ""));
    }

    private static void check(StepFields.Limit limit, Map<String, Integer> figures) {
        Integer left = figures.get(limit.figure());
        Integer right = limit.bound().orElseGet(() -> figures.get(limit.right()));
        if (left == null || right == null || limit.holds(left, right)) {
            return;
        }
        Object bound = limit.bound().isPresent() ? String.valueOf(right) : label(limit.right());
        String code = limit.atMost() ? "step.at-most" : "step.at-least";
        throw new UserInputException(
                limit.bound().isPresent() ? code + "-number" : code,
                label(limit.figure()),
                bound,
                String.valueOf(left),
                String.valueOf(right));
    }

    private static void checkNeed(String name, OutcomeInput outcome) {
        Object value = outcome.fields().get(name);
        required(name, Optional.ofNullable(value).map(Object::toString), true);
        if (name.equals("link") && TextInput.areWords(outcome.link())) {
            throw new UserInputException("activity.link");
        }
    }

    /** Label of a field in the bundle; the message source puts it into the text. */
    private static MessageSourceResolvable label(String name) {
        return new DefaultMessageSourceResolvable(new String[] {"figure." + name}, name);
    }

    /** The same with a checked outcome. */
    StepInput with(OutcomeInput checked) {
        return new StepInput(checked, figures, texts);
    }
}
