package org.mentoringroadmap.activity.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Reads what a model writes on an element. */
final class ElementProperties {
    static final String START = "roadmapStart";
    static final String DUE = "roadmapDue";
    static final String RESPONSIBLE = "roadmapResponsible";

    private ElementProperties() {}

    /** Value of a property of the element; empty where it is not written or blank. */
    static Optional<String> find(ModelElementInstance element, String name) {
        return element instanceof BaseElement base
                ? Optional.ofNullable(ModelProperties.of(base).get(name))
                : Optional.empty();
    }

    /** The number under which the element is kept; empty where it has none. */
    static Optional<String> item(ModelElementInstance element) {
        return element instanceof BaseElement base ? ModelProperties.item(base) : Optional.empty();
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
