package org.mentoringroadmap.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

    private final ObjectMapper json = new ObjectMapper();

    void check(String name, byte[] bytes, Findings findings) {
        JsonNode form;
        try {
            form = json.readTree(bytes);
        } catch (IOException e) {
            findings.addForFile(ModelRule.UNREADABLE_FORM);
            return;
        }
        if (form == null || !form.path("components").isArray()) {
            findings.addForFile(ModelRule.UNREADABLE_FORM);
            return;
        }
        if (!FileNames.stem(name).equals(form.path("id").asText())) {
            findings.addForFile(ModelRule.FORM_ID, FileNames.stem(name));
        }
        checkComponents(form, findings);
    }

    private static void checkComponents(JsonNode parent, Findings findings) {
        for (JsonNode component : parent.path("components")) {
            checkComponent(component, findings);
            checkComponents(component, findings);
        }
    }

    private static void checkComponent(JsonNode component, Findings findings) {
        String type = component.path("type").asText();
        String label = component.path("label").asText();
        String id = component.path("id").asText(component.path("key").asText(type));
        if (!FIELDS.contains(type) && !OTHERS.contains(type)) {
            findings.add(id, label, ModelRule.FORM_COMPONENT, type);
        } else if (FIELDS.contains(type) && component.path("key").asText().isBlank()) {
            findings.add(id, label, ModelRule.FORM_FIELD_KEY);
        }
    }
}
