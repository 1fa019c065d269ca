package org.mentoringroadmap.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form asks for and takes, without what it says about it: by it two editions of a form are compared.
 *
 * @param fields the fields by their keys, each with the conditions that hide it or a group around it
 */
public record FormShape(Map<String, Field> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What people read, and where it stands. */
    private static final List<String> WORDS = List.of(
            "id",
            "label",
            "dateLabel",
            "timeLabel",
            "description",
            "layout",
            "appearance",
            "properties",
            "conditional");

    private static final String PATTERN_WORDS = "patternErrorMessage";

    /**
     * A field without its words.
     *
     * @param settings type, limits and what may be chosen, by value
     * @param hidden conditions under which it is not shown, from the outermost group to the field
     */
    public record Field(JsonNode settings, List<String> hidden) {
        private boolean isRequired() {
            return settings.path("validate").path("required").asBoolean();
        }
    }

    /** Reads a form; one that cannot be read has no fields. */
    public static FormShape of(byte[] form) {
        Map<String, Field> fields = new HashMap<>();
        try {
            collect(JSON.readTree(form), List.of(), fields);
        } catch (IOException e) {
            return new FormShape(Map.of());
        }
        return new FormShape(Map.copyOf(fields));
    }

    /** Names of all fields. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** Names of those that must be given whenever they are shown. */
    public Set<String> required() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().isRequired())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Whether this edition may be shown where an earlier one was meant: whatever the earlier one takes this one takes, by
     * the same names, and it asks for nothing more that must be given.
     */
    public boolean replaces(FormShape earlier) {
        return earlier.fields.entrySet().stream()
                        .allMatch(field -> field.getValue().equals(fields.get(field.getKey())))
                && fields.entrySet().stream()
                        .noneMatch(field -> !earlier.fields.containsKey(field.getKey())
                                && field.getValue().isRequired());
    }

    private static void collect(JsonNode parent, List<String> hiding, Map<String, Field> fields) {
        for (JsonNode component : parent.path("components")) {
            List<String> hidden = new ArrayList<>(hiding);
            String condition = component.path("conditional").path("hide").asText();
            if (!condition.isEmpty()) {
                hidden.add(condition);
            }
            if (component.hasNonNull("key")) {
                fields.put(component.get("key").asText(), new Field(settings(component), List.copyOf(hidden)));
            }
            collect(component, hidden, fields);
        }
    }

    private static JsonNode settings(JsonNode component) {
        ObjectNode settings = component.deepCopy();
        settings.remove(WORDS);
        if (settings.path("validate") instanceof ObjectNode validate) {
            validate.remove(PATTERN_WORDS);
        }
        if (settings.path("values") instanceof ArrayNode values) {
            values.forEach(option -> {
                if (option instanceof ObjectNode choice) {
                    choice.remove("label");
                }
            });
        }
        return settings;
    }
}
