package org.mentoringroadmap.roadmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.impl.ModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.util.ModelUtil;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The nodes of one scope (a process or a sub-process, without what lies inside its sub-processes) and the ways between
 * them. It follows the sequence flows themselves, as the engine does, not the references that a node lists.
 */
public final class FlowGraph {

    private static final Comparator<FlowNode> AS_WRITTEN = (one, other) -> 0;

    private final Collection<FlowNode> nodes;
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();

    public FlowGraph(ModelElementInstance scope) {
        nodes = scope.getChildElementsByType(FlowNode.class);
        for (SequenceFlow flow : scope.getChildElementsByType(SequenceFlow.class)) {
            outgoing.computeIfAbsent(flow.getSource(), node -> new ArrayList<>())
                    .add(flow);
            incoming.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>())
                    .add(flow);
        }
    }

    /**
     * All elements of a kind in a model, in whatever scope, as they are written. One walk through the file: {@link
     * BpmnModelInstance#getModelElementsByType} walks once for each kind that extends the one it is asked for.
     *
     * @param type what they all are; for a kind that others extend, such as {@link FlowNode}
     */
    public static <T extends ModelElementInstance> List<T> everywhere(BpmnModelInstance model, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(model.getDocument().getRootElement(), (ModelInstanceImpl) model, type, found);
        return found;
    }

    private static <T extends ModelElementInstance> void collect(
            DomElement element, ModelInstanceImpl model, Class<T> type, List<T> found) {
        ModelElementInstance instance = ModelUtil.getModelElement(element, model);
        if (type.isInstance(instance)) {
            found.add(type.cast(instance));
        }
        for (DomElement child : element.getChildElements()) {
            collect(child, model, type, found);
        }
    }

    /** The nodes of the scope. */
    public Collection<FlowNode> nodes() {
        return nodes;
    }

    /** Where the ways from a node lead. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    /** From where ways lead to a node. */
    public List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    /** The events at the border of a node. */
    public List<BoundaryEvent> boundaryEvents(FlowNode node) {
        return nodes.stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList();
    }

    /** Whether the scope has a start event. */
    public boolean hasStart() {
        return nodes.stream().anyMatch(StartEvent.class::isInstance);
    }

    /** All nodes that a token can come to, nearest to the start first. */
    public Set<FlowNode> reachable() {
        return reachable(AS_WRITTEN);
    }

    /** The same; what one node leads to stands in an order. */
    public Set<FlowNode> reachable(Comparator<FlowNode> besideEachOther) {
        return behind(
                nodes.stream()
                        .filter(node -> node instanceof StartEvent || isEventSubProcess(node))
                        .toList(),
                besideEachOther);
    }

    /** These nodes and all that a token can come to from them, nearest first. */
    public Set<FlowNode> behind(Collection<FlowNode> first) {
        return behind(first, AS_WRITTEN);
    }

    private Set<FlowNode> behind(Collection<FlowNode> first, Comparator<FlowNode> besideEachOther) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (reached.add(node)) {
                outgoing(node).stream()
                        .map(SequenceFlow::getTarget)
                        .sorted(besideEachOther)
                        .forEach(open::add);
                open.addAll(boundaryEvents(node));
            }
        }
        return reached;
    }

    /** Whether a node is a sub-process that an event starts. */
    public static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }
}
