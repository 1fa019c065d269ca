package org.mentoringroadmap.programme.process;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;

/**
 * What a newer model of a block does where a running one has already been. What follows may rely on it, so a block that has
 * missed it does not go over. Parameters are no reason: they are filled in.
 */
final class PassedSteps {
    private static final String PARAMETERS = "${takeDefaults}";
    private static final Set<String> ON_ARRIVAL = Set.of("start", "create", "assignment");

    private PassedSteps() {}

    /** The first such step; empty where nothing is missed. */
    static Optional<FlowNode> missed(BpmnModelInstance before, BpmnModelInstance after, Set<String> open) {
        Set<String> ahead = Ahead.of(after, open);
        return FlowGraph.everywhere(after, FlowNode.class).stream()
                .filter(node -> !startsByItself(node))
                .filter(node -> open.contains(node.getId())
                        ? doesMore(before, node, true)
                        : !ahead.contains(node.getId()) && (isNewStep(before, node) || doesMore(before, node, false)))
                .findFirst();
    }

    private static boolean isNewStep(BpmnModelInstance before, FlowNode node) {
        return node instanceof Activity && before.getModelElementById(node.getId()) == null;
    }

    private static boolean doesMore(BpmnModelInstance before, FlowNode node, boolean arrivalOnly) {
        Set<String> now = deeds(node, arrivalOnly);
        if (before.getModelElementById(node.getId()) instanceof FlowNode old) {
            now.removeAll(deeds(old, arrivalOnly));
        }
        return !now.isEmpty();
    }

    private static Set<String> deeds(FlowNode node, boolean arrivalOnly) {
        Set<String> deeds = new HashSet<>();
        for (String kind : List.of("executionListener", "taskListener")) {
            ModelProperties.extensions(node, kind).stream()
                    .filter(listener -> !arrivalOnly || ON_ARRIVAL.contains(listener.getAttribute("event")))
                    .map(listener -> listener.getAttribute("delegateExpression"))
                    .filter(bean -> !PARAMETERS.equals(bean))
                    .forEach(bean -> deeds.add(kind + bean));
        }
        ModelProperties.extensions(node, "inputOutput").stream()
                .flatMap(mapping -> mapping.getChildElements().stream())
                .map(DomElement::getTextContent)
                .forEach(deeds::add);
        Stream.ofNullable(ModelProperties.attribute(node, "delegateExpression")).forEach(deeds::add);
        return deeds;
    }

    /** An event sub-process is entered whenever its event comes. */
    private static boolean startsByItself(FlowNode node) {
        for (ModelElementInstance place = node; place != null; place = place.getParentElement()) {
            if (place instanceof SubProcess inside && inside.triggeredByEvent()) {
                return true;
            }
        }
        return false;
    }
}
