package org.mentoringroadmap.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a form that it has never seen, by the types of its fields: the first answer of a choice, today for a day, a tick
 * in a box. Fields that the answers so far hide are left out.
 */
public final class FormFiller {
    private static final Pattern HIDDEN = Pattern.compile("=\\s*(\\w+)\\s*(!?=)\\s*\"([^\"]*)\"");
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    /** What a task brings into its form, and who fills it leaves as it is. */
    private static final Set<String> BROUGHT = Set.of("readVersion");

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode variables = json.createObjectNode();
    private final Map<String, String> answers = new HashMap<>();
    private final LocalDate today;

    private final Map<String, String> chosen;

    private FormFiller(LocalDate today, Map<String, String> chosen) {
        this.today = today;
        this.chosen = chosen;
    }

    /** Variables as the engine's REST takes them. */
    public static ObjectNode fill(JsonNode form) {
        return fill(form, TestClock.today());
    }

    /** The same on a day that a test has moved to. */
    public static ObjectNode fill(JsonNode form, LocalDate today) {
        return fill(form, today, Map.of());
    }

    /** The same, with other answers than the first to some of the choices. */
    static ObjectNode fill(JsonNode form, LocalDate today, Map<String, String> chosen) {
        FormFiller filler = new FormFiller(today, chosen);
        filler.components(form);
        return filler.variables;
    }

    private void components(JsonNode parent) {
        for (JsonNode field : parent.path("components")) {
            if (field.hasNonNull("key")
                    && !isHidden(field)
                    && !BROUGHT.contains(field.path("key").asText())) {
                field(field, field.path("key").asText());
            }
            components(field);
        }
    }

    private boolean isHidden(JsonNode field) {
        Matcher condition =
                HIDDEN.matcher(field.path("conditional").path("hide").asText());
        return condition.find()
                && condition.group(2).equals("=")
                        == condition.group(3).equals(answers.getOrDefault(condition.group(1), ""));
    }

    private void field(JsonNode field, String key) {
        String choice = chosen.getOrDefault(
                key, field.path("values").path(0).path("value").asText());
        switch (field.path("type").asText()) {
            case "radio", "select" -> text(key, choice);
            case "textfield" ->
                text(key, key.equals("link") ? "https://example.org/" : "Х-" + NUMBER.incrementAndGet());
            case "textarea" -> text(key, "Проверено посторонним.");
            case "datetime" -> text(key, today.toString());
            case "number" -> variable(key).put("value", 3);
            case "checkbox" -> variable(key).put("value", true);
            case "expression" -> {} // the form itself computes it
            case "checklist", "taglist" ->
                variable(key).put("value", "[\"" + choice + "\"]").put("type", "Json");
            default -> throw new AssertionError("A field of an unknown type: " + field);
        }
    }

    private void text(String key, String value) {
        answers.put(key, value);
        variable(key).put("value", value);
    }

    private ObjectNode variable(String key) {
        return variables.putObject(key);
    }
}
