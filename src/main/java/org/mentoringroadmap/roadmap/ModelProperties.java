package org.mentoringroadmap.roadmap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads what the conventions write into the extension elements of a model. */
final class ModelProperties {

    static final String STAGE = "roadmapStage";
    static final String ITEM = "roadmapItem";
    static final String RESULT = "roadmapResult";
    static final String START = "roadmapStart";
    static final String DUE = "roadmapDue";
    static final String RESPONSIBLE = "roadmapResponsible";

    private ModelProperties() {}

    /** The {@code camunda:property} values of the element by name; blank values are left out. */
    static Map<String, String> of(BaseElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        extensions(element, CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> isPresent(property.getCamundaName()) && isPresent(property.getCamundaValue()))
                .forEach(property -> values.put(
                        property.getCamundaName(), property.getCamundaValue().trim()));
        return values;
    }

    /** What the element hands in to the called process. */
    static Collection<CamundaIn> handIns(BaseElement element) {
        return extensions(element, CamundaIn.class);
    }

    static <T extends BpmnModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    /** The documentation texts of the element, stripped; empty when there is none. */
    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    /** Splits a list of roles such as {@code deputy, curator}. */
    static List<String> roles(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(role -> !role.isEmpty())
                        .toList();
    }

    static boolean isPresent(String text) {
        return text != null && !text.isBlank();
    }

    /** Whether the engine computes the text when the element is reached. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
