package org.mentoringroadmap.questionnaire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.EnteredText;

/**
 * What somebody has filled in, looked at by what the questionnaire asks. What is no field of it is left aside.
 *
 * @param answers what was answered, by the key of the question, in the order of the questions; nothing that was left empty
 * @param problems what cannot be taken, by the key of the question
 */
public record AnswerSheet(Map<String, List<String>> answers, Map<String, Problem> problems) {
    /** What is cleaned may become shorter, hardly by more than this. */
    private static final int SLACK = 2;

    /**
     * Why an answer cannot be taken.
     *
     * @param code key of the text
     * @param arguments what stands in it
     */
    public record Problem(String code, List<String> arguments) {
        static Problem of(String code, Object... arguments) {
            return new Problem(code, Stream.of(arguments).map(Object::toString).toList());
        }
    }

    /** Whether all of it can be taken. */
    public boolean isWhole() {
        return problems.isEmpty();
    }

    /** Looks at what was sent, by the names of its fields. */
    public static AnswerSheet of(Questionnaire questionnaire, Map<String, List<String>> typed) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Item.Question question : questionnaire.questions()) {
            List<String> values = typed.getOrDefault(question.key(), List.of()).stream()
                    .filter(Objects::nonNull)
                    .filter(value -> !value.isBlank())
                    .toList();
            Taken taken = take(question, values);
            if (taken.problem() != null) {
                problems.put(question.key(), taken.problem());
            } else if (!taken.values().isEmpty()) {
                answers.put(question.key(), taken.values());
            } else if (question.required()) {
                problems.put(question.key(), Problem.of("questionnaire.required"));
            }
        }
        return new AnswerSheet(answers, problems);
    }

    private record Taken(List<String> values, Problem problem) {
        static Taken of(List<String> values) {
            return new Taken(values, null);
        }

        static Taken refused(String code, Object... arguments) {
            return new Taken(List.of(), Problem.of(code, arguments));
        }
    }

    private static Taken take(Item.Question question, List<String> values) {
        if (question instanceof Item.Choice choice) {
            return chosen(values, choice.options(), choice.several());
        }
        if (question instanceof Item.Scale scale) {
            return chosen(values, scale.points(), false);
        }
        if (values.size() > 1) {
            return Taken.refused("questionnaire.choice");
        }
        if (values.isEmpty()) {
            return Taken.of(values);
        }
        return question instanceof Item.Open open
                ? words(values.get(0), open.maxLength())
                : figure(values.get(0), (Item.Figure) question);
    }

    private static Taken chosen(List<String> values, List<Item.Option> options, boolean several) {
        Set<String> offered = options.stream().map(Item.Option::value).collect(Collectors.toSet());
        boolean fits = offered.containsAll(values) && (several || values.size() < 2);
        return fits
                ? Taken.of(options.stream()
                        .map(Item.Option::value)
                        .filter(values::contains)
                        .toList())
                : Taken.refused("questionnaire.choice");
    }

    private static Taken words(String text, int maxLength) {
        String clean = text.length() > maxLength * SLACK ? text : EnteredText.clean(text);
        if (clean == null) {
            return Taken.of(List.of());
        }
        return clean.length() > maxLength
                ? Taken.refused("questionnaire.too-long", maxLength, clean.length())
                : Taken.of(List.of(clean));
    }

    private static Taken figure(String text, Item.Figure figure) {
        String digits = text.strip();
        if (digits.matches("-?\\d{1,9}")) {
            BigDecimal number = new BigDecimal(digits);
            if (number.compareTo(figure.min()) >= 0 && number.compareTo(figure.max()) <= 0) {
                return Taken.of(List.of(number.toPlainString()));
            }
        }
        return Taken.refused(
                "questionnaire.figure",
                figure.min().toPlainString(),
                figure.max().toPlainString());
    }
}
