package org.mentoringroadmap.platform.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.roadmap.block.AddedChoices;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The shipped element templates with what administrators have added to their lists. */
@Component
class ElementTemplates {
    private final List<AddedChoices> added;
    private final ObjectMapper json;

    ElementTemplates(List<AddedChoices> added, ObjectMapper json) {
        this.added = added;
        this.json = json;
    }

    /** A template as it is shipped, or with more choices in its lists. */
    byte[] content(Resource template) throws IOException {
        byte[] shipped = template.getContentAsByteArray();
        JsonNode root = null;
        for (AddedChoices choices : added) {
            Map<String, String> titles = choices.titles().get();
            if (!titles.isEmpty() && (choices.block() + ".json").equals(template.getFilename())) {
                root = root == null ? json.readTree(shipped) : root;
                add(root, choices.input(), titles);
            }
        }
        return root == null ? shipped : json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void add(JsonNode template, String input, Map<String, String> titles) {
        for (JsonNode property : template.path("properties")) {
            if (property.path("choices") instanceof ArrayNode list
                    && (property.path("binding").path("target").asText().equals(input)
                            || property.path("binding").path("name").asText().equals(input))) {
                titles.forEach(
                        (value, title) -> list.addObject().put("name", title).put("value", value));
            }
        }
    }
}
