package org.mentoringroadmap.platform.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.block.AddedChoices;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The shipped element templates with what administrators have added: choices to lists, roles to the roles that may be named. */
@Component
class ElementTemplates {
    /** Where Modeler looks for them, from the folder of the models. */
    static final String FOLDER = ".camunda/element-templates/";

    private final List<AddedChoices> added;
    private final OwnRoles ownRoles;
    private final ResourcePatternResolver resolver;
    private final ObjectMapper json;

    ElementTemplates(List<AddedChoices> added, OwnRoles ownRoles, ResourcePatternResolver resolver, ObjectMapper json) {
        this.added = added;
        this.ownRoles = ownRoles;
        this.resolver = resolver;
        this.json = json;
    }

    /** The shipped ones. */
    Resource[] all() throws IOException {
        return resolver.getResources("classpath*:/processes/" + FOLDER + "*.json");
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
        List<OwnRole> roles = ownRoles.all();
        if (!roles.isEmpty()) {
            root = root == null ? json.readTree(shipped) : root;
            add(root, roles);
        }
        return root == null ? shipped : json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void add(JsonNode template, List<OwnRole> roles) {
        String own = roles.stream()
                .map(role -> role.id() + " (" + role.title() + ")")
                .collect(Collectors.joining(", "));
        for (JsonNode property : template.path("properties")) {
            if (property instanceof ObjectNode field
                    && ModelProperties.RESPONSIBLE.equals(
                            property.path("binding").path("name").asText())) {
                field.put(
                        "description",
                        Messages.text(
                                "template.own-roles",
                                property.path("description").asText(),
                                own));
            }
        }
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
