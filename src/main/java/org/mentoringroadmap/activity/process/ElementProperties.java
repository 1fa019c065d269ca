package org.mentoringroadmap.activity.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads what a model writes on an element. */
final class ElementProperties {
    static final String ITEM = "roadmapItem";
    static final String START = "roadmapStart";
    static final String DUE = "roadmapDue";
    static final String RESPONSIBLE = "roadmapResponsible";

    private ElementProperties() {}

    /** Value of a property of the element; empty where it is not written or blank. */
    static Optional<String> find(ModelElementInstance element, String name) {
        ExtensionElements extensions = element instanceof BaseElement base ? base.getExtensionElements() : null;
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    /** Documentation of the element in paragraphs; empty where nothing is written. */
    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    /** Ids in a comma list. */
    static List<String> ids(String list) {
        return List.of(list.strip().split("\\s*,\\s*"));
    }
}
