package org.mentoringroadmap.roadmap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The nodes of one scope (a process or a sub-process, without what lies inside its sub-processes) and the ways between
 * them. It follows the sequence flows themselves, as the engine does, not the references that a node lists.
 */
public final class FlowGraph {

    private final Collection<FlowNode> nodes;
    private final Collection<SequenceFlow> flows;

    public FlowGraph(ModelElementInstance scope) {
        nodes = scope.getChildElementsByType(FlowNode.class);
        flows = scope.getChildElementsByType(SequenceFlow.class);
    }

    /** The nodes of the scope. */
    public Collection<FlowNode> nodes() {
        return nodes;
    }

    /** Where the ways from a node lead. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return flows.stream().filter(flow -> node.equals(flow.getSource())).toList();
    }

    List<SequenceFlow> incoming(FlowNode node) {
        return flows.stream().filter(flow -> node.equals(flow.getTarget())).toList();
    }

    /** Whether the scope has a start event. */
    public boolean hasStart() {
        return nodes.stream().anyMatch(StartEvent.class::isInstance);
    }

    /** All nodes that a token can come to, nearest to the start first. */
    public Set<FlowNode> reachable() {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        nodes.stream()
                .filter(node -> node instanceof StartEvent || isEventSubProcess(node))
                .forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (reached.add(node)) {
                outgoing(node).forEach(flow -> open.add(flow.getTarget()));
                nodes.stream()
                        .filter(other -> other instanceof BoundaryEvent event && node.equals(event.getAttachedTo()))
                        .forEach(open::add);
            }
        }
        return reached;
    }

    /** Whether a node is a sub-process that an event starts. */
    public static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }
}
