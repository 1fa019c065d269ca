package org.mentoringroadmap.taskform;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.taskform.FormField.Kind;

/**
 * What somebody has filled into a form.
 *
 * @param values what each field says, as it was typed where it is wrong; with what the task knows
 * @param input what the task is completed with: the fields that are seen and say something
 * @param wrong why a field is not accepted, by its key
 */
public record FormAnswer(Map<String, Object> values, Map<String, Object> input, Map<String, UserInputException> wrong) {
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int MAX_NUMBER_LENGTH = 15;

    /**
     * Reads what was sent.
     *
     * @param sent by the keys of the fields
     * @param known what the task knows
     */
    public static FormAnswer of(
            TaskForm form, Map<String, List<String>> sent, Map<String, Object> known, TaskFormSource source) {
        Map<String, Object> values = new HashMap<>(known);
        Map<String, UserInputException> refused = new HashMap<>();
        for (FormField field : form.fields()) {
            if (field.kind() != Kind.TEXT) {
                List<String> typed = sent.getOrDefault(field.key(), List.of());
                try {
                    values.put(field.key(), value(field, typed));
                } catch (UserInputException wrong) {
                    values.put(field.key(), typed.get(0));
                    refused.put(field.key(), wrong);
                }
            }
        }
        Map<String, Object> all = ShownForm.known(form, values);
        Map<String, Object> input = new LinkedHashMap<>();
        Map<String, UserInputException> wrong = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (field.kind() != Kind.TEXT && ShownForm.isSeen(field, all, source)) {
                Object value = values.get(field.key());
                String label = ShownForm.label(field, all, source);
                Optional.ofNullable(refused.get(field.key()))
                        .or(() -> check(field, label, value))
                        .ifPresent(reason -> wrong.put(field.key(), reason));
                if (value != null) {
                    input.put(field.key(), value);
                }
            }
        }
        return new FormAnswer(values, input, wrong);
    }

    private static Object value(FormField field, List<String> typed) {
        String text = typed.isEmpty() ? null : EnteredText.clean(typed.get(0));
        return switch (field.kind()) {
            case TICK -> text != null;
            case TICKS -> chosen(field, typed);
            case CHOICE, SELECT -> text == null ? null : one(field, text);
            case NUMBER -> text == null ? null : number(text);
            case DAY -> text == null ? null : day(text);
            default -> text;
        };
    }

    private static String one(FormField field, String text) {
        return field.choices().stream()
                .map(FormField.Choice::value)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> new UserInputException("taskform.choice"));
    }

    private static List<String> chosen(FormField field, List<String> typed) {
        List<String> chosen = new ArrayList<>();
        typed.stream().filter(text -> !text.isBlank()).forEach(text -> chosen.add(one(field, text)));
        return chosen.isEmpty() ? null : List.copyOf(chosen);
    }

    private static Number number(String text) {
        String plain = text.replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        if (plain.length() > MAX_NUMBER_LENGTH || !plain.matches("-?\\d+(\\.\\d+)?")) {
            throw new UserInputException("taskform.number");
        }
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        return number.scale() <= 0 ? (Number) number.longValueExact() : (Number) number.doubleValue();
    }

    private static String day(String text) {
        try {
            return (text.matches("\\d{4}-.*") ? LocalDate.parse(text) : LocalDate.parse(text, RUSSIAN)).toString();
        } catch (DateTimeException e) {
            throw new UserInputException("taskform.day");
        }
    }

    private static Optional<UserInputException> check(FormField field, String label, Object value) {
        FormField.Limits limits = field.limits();
        if (field.required() && (value == null || Boolean.FALSE.equals(value))) {
            return Optional.of(new UserInputException("taskform.required", label));
        }
        if (value instanceof String text && limits.maxLength() != null && text.length() > limits.maxLength()) {
            return Optional.of(new UserInputException(
                    "taskform.long", String.valueOf(limits.maxLength()), String.valueOf(text.length())));
        }
        if (value instanceof Number number) {
            if (limits.digits() == 0 && number instanceof Double) {
                return Optional.of(new UserInputException("taskform.whole"));
            }
            if (limits.min() != null && number.doubleValue() < limits.min()) {
                return Optional.of(new UserInputException("taskform.min", plain(limits.min())));
            }
            if (limits.max() != null && number.doubleValue() > limits.max()) {
                return Optional.of(new UserInputException("taskform.max", plain(limits.max())));
            }
        }
        return Optional.empty();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
