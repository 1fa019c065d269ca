package org.mentoringroadmap.platform.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What the lists of the element templates call the values that models hold. */
@Component
public class TemplateChoices {
    private final ElementTemplates templates;
    private final ObjectMapper json;

    TemplateChoices(ElementTemplates templates, ObjectMapper json) {
        this.templates = templates;
        this.json = json;
    }

    /** Titles by value, by the name of the property or variable that holds the value. */
    public Map<String, Map<String, String>> byInput() {
        Map<String, Map<String, String>> titles = new HashMap<>();
        try {
            for (Resource template : templates.all()) {
                for (JsonNode property :
                        json.readTree(templates.content(template)).path("properties")) {
                    JsonNode binding = property.path("binding");
                    String input = binding.path(binding.has("target") ? "target" : "name")
                            .asText();
                    property.path("choices")
                            .forEach(choice -> titles.computeIfAbsent(input, any -> new HashMap<>())
                                    .put(
                                            choice.path("value").asText(),
                                            choice.path("name").asText()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return titles;
    }
}
