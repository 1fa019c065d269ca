package org.mentoringroadmap.roadmap.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Rules about Camunda Form files, going by what Tasklist 7.24 (form-js 1.8.7) can show. */
final class FormFileRules {

    private static final Set<String> FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "expression");

    /** A dynamic list is rendered, but once it is edited the task cannot be completed: it is not among these. */
    private static final Set<String> OTHERS =
            Set.of("text", "html", "image", "table", "group", "separator", "spacer", "button");

    private static final ObjectMapper JSON = new ObjectMapper();

    void check(String name, byte[] bytes, Findings findings) {
        JsonNode form = read(bytes);
        if (!form.path("components").isArray()) {
            findings.addForFile(ModelRule.UNREADABLE_FORM);
            return;
        }
        if (!FileNames.stem(name).equals(form.path("id").asText())) {
            findings.addForFile(ModelRule.FORM_ID, FileNames.stem(name));
        }
        checkComponents(form, findings);
    }

    /** Keys of all fields of a form, in whichever group; none where it cannot be read. */
    static Set<String> keys(byte[] bytes) {
        Set<String> keys = new HashSet<>();
        collect(read(bytes), keys);
        return keys;
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(child -> collect(child, keys));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static void checkComponents(JsonNode parent, Findings findings) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            Component named = new Component(component, findings);
            if (FIELDS.contains(type)) {
                checkField(component, named);
            } else if (!OTHERS.contains(type)) {
                named.add(ModelRule.FORM_COMPONENT, type);
            }
            named.checkLanguage(named.label());
            named.checkLanguage(component.path("text").asText());
            named.checkLanguage(component.path("content").asText());
            component
                    .path("values")
                    .forEach(option -> named.checkLanguage(option.path("label").asText()));
            checkComponents(component, findings);
        }
    }

    private static void checkField(JsonNode component, Component named) {
        if (component.path("key").asText().isBlank()) {
            named.add(ModelRule.FORM_FIELD_KEY);
        }
        boolean hidden = component.path("type").asText().equals("expression");
        if (!hidden && named.label().isBlank()) {
            named.add(ModelRule.LABEL_MISSING);
        }
    }

    /** A component as the administrator finds it in Modeler, and where its problems go. */
    private record Component(JsonNode json, Findings findings) {

        /** A field of date and time has its label under another name. */
        String label() {
            return json.path("label")
                    .asText(json.path("dateLabel").asText(json.path("timeLabel").asText()));
        }

        void add(ModelRule rule, Object... arguments) {
            String id = json.path("id")
                    .asText(json.path("key").asText(json.path("type").asText()));
            findings.add(id, label(), rule, arguments);
        }

        void checkLanguage(String text) {
            if (!NamingRules.isRussian(text)) {
                add(ModelRule.LABEL_NOT_RUSSIAN, text);
            }
        }
    }
}
