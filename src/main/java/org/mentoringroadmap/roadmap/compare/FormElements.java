package org.mentoringroadmap.roadmap.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mentoringroadmap.roadmap.ElementChange;
import org.mentoringroadmap.roadmap.ElementChange.Aspect;
import org.mentoringroadmap.roadmap.ElementChange.Element;
import org.mentoringroadmap.roadmap.Messages;

/** The fields of a form and what else stands in it, in the words of the editor of forms. */
final class FormElements {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel");
    private static final List<String> NAMES = List.of("text", "content", "key", "id");
    private static final Set<String> TOLD_OTHERWISE =
            Set.of("id", "label", "dateLabel", "timeLabel", "description", "layout", "components", "values", "type");
    private static final String SETTING = "form.setting.";
    private static final int MAX_NAME = 60;

    private FormElements() {}

    /** What two forms do not have alike; what is no form has nothing. */
    static List<ElementChange> between(byte[] before, byte[] after) {
        Map<String, JsonNode> old = components(before);
        Map<String, JsonNode> now = components(after);
        Map<String, String> names = new HashMap<>(); // a neighbour that is only renamed is the same neighbour
        old.forEach((id, component) -> names.put(id, name(component)));
        now.forEach((id, component) -> names.put(id, name(component)));
        return ElementChange.between(elements(old, now.keySet(), names), elements(now, old.keySet(), names));
    }

    /** @param others ids in the other version: what follows on an element is told among those of both */
    private static Map<String, Element> elements(
            Map<String, JsonNode> own, Set<String> others, Map<String, String> names) {
        List<String> common = own.keySet().stream().filter(others::contains).toList();
        Map<String, Element> elements = new LinkedHashMap<>();
        own.forEach((id, component) -> {
            int next = common.indexOf(id) + 1;
            elements.put(id, element(component, next > 0 && next < common.size() ? names.get(common.get(next)) : ""));
        });
        return elements;
    }

    private static Map<String, JsonNode> components(byte[] form) {
        Map<String, JsonNode> components = new LinkedHashMap<>();
        try {
            collect(JSON.readTree(form), components);
        } catch (IOException e) {
            return Map.of();
        }
        return components;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> components) {
        for (JsonNode component : parent.path("components")) {
            components.put(
                    component.path(component.hasNonNull("id") ? "id" : "key").asText(), component);
            collect(component, components);
        }
    }

    private static Element element(JsonNode component, String next) {
        Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
        aspects.put(Aspect.TITLE, first(component, LABELS));
        aspects.put(Aspect.GUIDE, component.path("description").asText());
        aspects.put(Aspect.ORDER, next);
        Map<String, String> settings = new TreeMap<>();
        settings.put(
                setting("type"),
                Messages.named("form.type.", component.path("type").asText()));
        settings.put(setting("values"), choices(component.path("values")));
        component.properties().stream()
                .filter(one -> !TOLD_OTHERWISE.contains(one.getKey()))
                .forEach(one -> add(settings, one.getKey(), one.getValue()));
        settings.values().removeIf(String::isBlank);
        return new Element(name(component), aspects, settings);
    }

    private static void add(Map<String, String> settings, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(one -> add(settings, one.getKey(), one.getValue()));
        } else {
            settings.put(setting(name), text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isBoolean()
                ? Messages.text("form.value." + value.asBoolean())
                : value.isValueNode() ? value.asText() : value.toString();
    }

    private static String choices(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(one ->
                        one.path("label").asText() + " (" + one.path("value").asText() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String setting(String name) {
        return Messages.named(SETTING, name);
    }

    private static String name(JsonNode component) {
        String label = first(component, LABELS);
        String name = label.isEmpty() ? first(component, NAMES) : label;
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME).strip() + "…" : name;
    }

    private static String first(JsonNode component, List<String> fields) {
        return fields.stream()
                .map(field -> component.path(field).asText().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
