package org.mentoringroadmap.taskform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * A form as it is to be seen now: without what is hidden, expressions worked out, texts made into lines of a page.
 *
 * @param fields what is seen, in order
 */
public record ShownForm(List<Shown> fields) {
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([\\w]+)\\s*}}");

    private static final Safelist ALLOWED = Safelist.basic()
            .removeEnforcedAttribute("a", "rel")
            .removeTags("span")
            .preserveRelativeLinks(true);

    /**
     * A field, or a text, as it is seen.
     *
     * @param label what the field is called now
     * @param html a text as it stands in the page, of a few harmless elements; empty for a field
     * @param value what the field says; empty for nothing
     * @param values what is ticked of several
     */
    public record Shown(FormField field, String label, String html, String value, List<String> values) {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

        /** What the field says as a person reads it back: the words of a choice, a day as it is written; may be empty. */
        public String said() {
            return switch (field.kind()) {
                case CHOICE, SELECT, TICKS ->
                    field.choices().stream()
                            .filter(choice -> choice.value().equals(value) || values.contains(choice.value()))
                            .map(FormField.Choice::label)
                            .collect(Collectors.joining(", "));
                case DAY -> value.isEmpty() ? "" : DAY.format(LocalDate.parse(value));
                default -> value;
            };
        }
    }

    public ShownForm {
        fields = List.copyOf(fields);
    }

    /** @param values what the task knows and the fields say, by name */
    public static ShownForm of(TaskForm form, Map<String, Object> values, TaskFormSource source) {
        List<Shown> shown = new ArrayList<>();
        Map<String, Object> known = known(form, values);
        for (FormField field : form.fields()) {
            if (isSeen(field, known, source)) {
                Object value = values.get(field.key());
                shown.add(new Shown(
                        field,
                        label(field, known, source),
                        field.text().isEmpty() ? "" : html(field.text(), values),
                        value == null || value instanceof List ? "" : String.valueOf(value),
                        value instanceof List<?> several
                                ? several.stream().map(String::valueOf).toList()
                                : List.of()));
            }
        }
        return new ShownForm(shown);
    }

    /** Whether a field is seen while the form says this. */
    static boolean isSeen(FormField field, Map<String, Object> known, TaskFormSource source) {
        return field.hides().stream().noneMatch(hide -> Boolean.TRUE.equals(source.evaluate(hide, known)));
    }

    /** An expression may name every field, whether it says something or not. */
    static Map<String, Object> known(TaskForm form, Map<String, Object> values) {
        Map<String, Object> known = new HashMap<>(values);
        form.fields().forEach(field -> known.putIfAbsent(field.key(), null));
        return known;
    }

    static String label(FormField field, Map<String, Object> known, TaskFormSource source) {
        return field.label().startsWith("=")
                ? Optional.ofNullable(source.evaluate(field.label().substring(1), known))
                        .map(String::valueOf)
                        .orElse("")
                : field.label();
    }

    private static String html(String text, Map<String, Object> values) {
        Matcher name = NAME.matcher(text);
        String filled = name.replaceAll(
                found -> Matcher.quoteReplacement(Entities.escape(Optional.ofNullable(values.get(found.group(1)))
                        .map(String::valueOf)
                        .orElse(""))));
        String html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(filled));
        return Jsoup.clean(html, "https://page.invalid/", ALLOWED);
    }
}
