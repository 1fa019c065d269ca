package org.mentoringroadmap.roadmap.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Names elements of a drawing as somebody who looks at it would: by their label, or by what stands beside them. */
public final class Places {
    private Places() {}

    /** The label; for what has none, where it stands, such as {@code развилка после «Начало»}; null where nothing tells. */
    public static String name(BaseElement element) {
        String label = label(element);
        if (label != null) {
            return label;
        }
        if (element instanceof SequenceFlow flow && flow.getSource() != null && flow.getTarget() != null) {
            return Messages.text("place.flow", of(flow.getSource()), of(flow.getTarget()));
        }
        return element instanceof FlowNode node && node.getParentElement() != null ? name(node) : null;
    }

    /** The same for the middle of a sentence: a label in quotation marks; the id where nothing tells. */
    public static String of(BaseElement element) {
        String label = label(element);
        if (label != null) {
            return Messages.text("place.label", label);
        }
        String name = name(element);
        return name == null ? element.getId() : name;
    }

    private static String name(FlowNode node) {
        FlowGraph graph = new FlowGraph(node.getParentElement());
        String kind = node instanceof Gateway ? (isFork(node, graph) ? "fork" : "join") : "step";
        Stream<FlowNode> before = graph.incoming(node).stream().map(SequenceFlow::getSource);
        Stream<FlowNode> after = graph.outgoing(node).stream().map(SequenceFlow::getTarget);
        if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
            before = Stream.of(event.getAttachedTo());
        }
        Optional<String> behind = labelled(before.toList());
        Optional<String> ahead = labelled(after.toList());
        boolean fromBehind = behind.isPresent() && (!kind.equals("join") || ahead.isEmpty());
        return fromBehind
                ? Messages.text("place." + kind + ".after", behind.get())
                : ahead.map(label -> Messages.text("place." + kind + ".before", label))
                        .orElse(null);
    }

    private static boolean isFork(FlowNode gateway, FlowGraph graph) {
        return graph.outgoing(gateway).size() > 1 || graph.incoming(gateway).size() < 2;
    }

    private static Optional<String> labelled(List<FlowNode> neighbours) {
        return neighbours.stream()
                .map(Places::label)
                .filter(ModelProperties::isPresent)
                .findFirst();
    }

    private static String label(BaseElement element) {
        String name = element.getAttributeValue("name");
        return ModelProperties.isPresent(name) ? name.strip().replaceAll("\\s+", " ") : null;
    }
}
