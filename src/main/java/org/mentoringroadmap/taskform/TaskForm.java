package org.mentoringroadmap.taskform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.taskform.FormField.Choice;
import org.mentoringroadmap.taskform.FormField.Kind;
import org.mentoringroadmap.taskform.FormField.Limits;

/** The fields of a form of Camunda's in their order; groups are opened, their names become texts. */
public record TaskForm(List<FormField> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Kind> KINDS = Map.of(
            "text", Kind.TEXT,
            "textfield", Kind.LINE,
            "textarea", Kind.LINES,
            "number", Kind.NUMBER,
            "datetime", Kind.DAY,
            "radio", Kind.CHOICE,
            "select", Kind.SELECT,
            "checkbox", Kind.TICK,
            "checklist", Kind.TICKS);

    /** What a person sees and our page need not show. */
    private static final List<String> DECORATION = List.of("separator", "spacer");

    public TaskForm {
        fields = List.copyOf(fields);
    }

    /** Reads a form; empty where it has something that our page does not show, so that Tasklist has to. */
    public static Optional<TaskForm> read(byte[] file) {
        try {
            List<FormField> fields = new ArrayList<>();
            return read(JSON.readTree(file).path("components"), List.of(), fields)
                    ? Optional.of(new TaskForm(fields))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean read(JsonNode components, List<String> hides, List<FormField> fields) {
        for (JsonNode component : components) {
            List<String> own = new ArrayList<>(hides);
            expression(component.path("conditional").path("hide")).ifPresent(own::add);
            String type = component.path("type").asText();
            if (type.equals("group")) {
                String label = component.path("label").asText("");
                if (!label.isBlank()) {
                    fields.add(text("**" + label + "**", own));
                }
                if (!read(component.path("components"), own, fields)) {
                    return false;
                }
            } else if (!DECORATION.contains(type)) {
                Kind kind = KINDS.get(type);
                if (kind == null || !isShown(component, kind)) {
                    return false;
                }
                fields.add(
                        kind == Kind.TEXT ? text(component.path("text").asText(), own) : field(component, kind, own));
            }
        }
        return true;
    }

    /** A time of day and a list that an expression makes are left to Tasklist. */
    private static boolean isShown(JsonNode component, Kind kind) {
        return kind == Kind.DAY
                ? component.path("subtype").asText("date").equals("date")
                : component.path("valuesExpression").isMissingNode()
                        && component.path("valuesKey").isMissingNode();
    }

    private static FormField text(String words, List<String> hides) {
        return new FormField(
                Kind.TEXT, "", "", "", words, hides, List.of(), null, false, new Limits(null, null, null, 0));
    }

    private static FormField field(JsonNode component, Kind kind, List<String> hides) {
        JsonNode validate = component.path("validate");
        List<Choice> choices = new ArrayList<>();
        component
                .path("values")
                .forEach(choice -> choices.add(new Choice(
                        choice.path("value").asText(), choice.path("label").asText())));
        return new FormField(
                kind,
                component.path("key").asText(),
                component.path(kind == Kind.DAY ? "dateLabel" : "label").asText(""),
                component.path("description").asText(""),
                "",
                hides,
                choices,
                preset(component.path("defaultValue")),
                validate.path("required").asBoolean(false),
                new Limits(
                        validate.hasNonNull("maxLength")
                                ? validate.get("maxLength").asInt()
                                : null,
                        validate.hasNonNull("min") ? validate.get("min").asDouble() : null,
                        validate.hasNonNull("max") ? validate.get("max").asDouble() : null,
                        component.path("decimalDigits").asInt(0)));
    }

    private static Object preset(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            List<String> several = new ArrayList<>();
            value.forEach(one -> several.add(one.asText()));
            return several;
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    private static Optional<String> expression(JsonNode value) {
        String text = value.asText("");
        return text.startsWith("=") ? Optional.of(text.substring(1)) : Optional.empty();
    }

    /** What the fields say before anybody has: what the task knows of them, else their presets. */
    public Map<String, Object> initial(Map<String, Object> known) {
        Map<String, Object> values = new LinkedHashMap<>(known);
        fields.stream().filter(field -> !field.key().isEmpty()).forEach(field -> {
            if (values.get(field.key()) == null) {
                values.put(field.key(), field.preset());
            }
        });
        return values;
    }
}
