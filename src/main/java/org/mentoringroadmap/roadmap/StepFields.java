package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * What a user task asks for beside its outcome, as its properties say it: {@code figures} and {@code texts} are comma
 * lists of form fields, a {@code ?} behind a name makes it optional; {@code limits} compares figures with figures or
 * numbers ({@code received<=needed}, {@code included>=1}); {@code needs} names those of date, number, note and link
 * without which «done» is not accepted.
 *
 * @param figures whole numbers of at least 0
 * @param texts texts
 * @param limits what must hold between the figures
 * @param needs fields of the outcome that «done» needs
 */
public record StepFields(List<Field> figures, List<Field> texts, List<Limit> limits, List<String> needs) {
    /** A task that asks for nothing more. */
    public static final StepFields NONE = new StepFields(List.of(), List.of(), List.of(), List.of());

    private static final Pattern NAME = Pattern.compile("([a-z][A-Za-z0-9]*)(\\??)");
    private static final Pattern LIMIT =
            Pattern.compile("([a-z][A-Za-z0-9]*)\\s*(<=|>=)\\s*([a-z][A-Za-z0-9]*|\\d{1,9})");

    /**
     * A field of the form.
     *
     * @param optional whether «done» is accepted without it
     */
    public record Field(String name, boolean optional) {}

    /**
     * A comparison.
     *
     * @param figure the figure on the left
     * @param atMost whether it may be at most what stands on the right; at least otherwise
     * @param right name of a figure, or a number
     */
    public record Limit(String figure, boolean atMost, String right) {
        /** The number on the right; empty where a figure stands there. */
        public Optional<Integer> bound() {
            return Character.isDigit(right.charAt(0)) ? Optional.of(Integer.valueOf(right)) : Optional.empty();
        }

        /** Whether a figure on the left and a value on the right keep it. */
        public boolean holds(int left, int value) {
            return atMost ? left <= value : left >= value;
        }
    }

    /**
     * Reads the properties of a user task.
     *
     * @param properties answers the value of a property; empty where it is not written
     * @throws IllegalArgumentException with the part that cannot be read, or that names what is not there
     */
    public static StepFields parse(Function<String, Optional<String>> properties) {
        List<Field> figures = fields(properties.apply("figures"));
        List<Field> texts = fields(properties.apply("texts"));
        List<String> names = new ArrayList<>(OutcomeFields.ALL);
        Stream.concat(figures.stream(), texts.stream()).forEach(field -> {
            if (names.contains(field.name())) {
                throw new IllegalArgumentException(field.name());
            }
            names.add(field.name());
        });
        List<Limit> limits = parts(properties.apply("limits"))
                .map(part -> limit(part, figures))
                .toList();
        List<String> needs =
                parts(properties.apply("needs")).map(part -> outcomeField(part)).toList();
        return new StepFields(figures, texts, limits, needs);
    }

    /** Names of all fields that the form must have. */
    public List<String> names() {
        return Stream.concat(Stream.concat(figures.stream(), texts.stream()).map(Field::name), needs.stream())
                .toList();
    }

    private static List<Field> fields(Optional<String> list) {
        return parts(list).map(StepFields::field).toList();
    }

    private static Stream<String> parts(Optional<String> list) {
        return list.stream().flatMap(text -> Stream.of(text.split(",", -1))).map(String::strip);
    }

    private static Field field(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Field(matcher.group(1), !matcher.group(2).isEmpty());
    }

    private static Limit limit(String text, List<Field> figures) {
        Matcher matcher = LIMIT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        Limit limit = new Limit(matcher.group(1), matcher.group(2).equals("<="), matcher.group(3));
        List<String> names = figures.stream().map(Field::name).toList();
        if (!names.contains(limit.figure()) || limit.bound().isEmpty() && !names.contains(limit.right())) {
            throw new IllegalArgumentException(text);
        }
        return limit;
    }

    private static String outcomeField(String text) {
        if (!OutcomeFields.ALL.contains(text) || text.equals(OutcomeFields.OUTCOME)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
