package org.mentoringroadmap.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.support.Caller;

/** The numbers of the roadmap, as printed, that the engine's history says were executed: an instance of their element ended. */
final class ExecutedItems {
    private final Caller administrator;
    private final Map<String, Map<String, List<String>>> itemsOfDefinition = new HashMap<>();

    private ExecutedItems(Caller administrator) {
        this.administrator = administrator;
    }

    static Set<String> ofSchool(Caller administrator, String schoolId) {
        return new ExecutedItems(administrator).read(schoolId);
    }

    private Set<String> read(String schoolId) {
        Set<String> items = new TreeSet<>();
        JsonNode history = administrator
                .get("/engine-rest/history/activity-instance?finished=true&maxResults=20000&tenantIdIn=" + schoolId)
                .json();
        for (JsonNode activity : history) {
            if (!activity.path("canceled").asBoolean()) {
                items.addAll(itemsOfDefinition
                        .computeIfAbsent(activity.path("processDefinitionId").asText(), this::items)
                        .getOrDefault(activity.path("activityId").asText(), List.of()));
            }
        }
        return items;
    }

    private Map<String, List<String>> items(String definitionId) {
        String xml = administrator
                .get("/engine-rest/process-definition/" + definitionId + "/xml")
                .json()
                .path("bpmn20Xml")
                .asText();
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return model.getModelElementsByType(FlowNode.class).stream()
                .collect(Collectors.toMap(FlowNode::getId, node -> items(node).toList()));
    }

    private static Stream<String> items(BaseElement element) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> "roadmapItem".equals(property.getCamundaName()))
                        .flatMap(property -> RoadmapItems.list(property.getCamundaValue()).stream())
                        .map(RoadmapItems::printed);
    }
}
