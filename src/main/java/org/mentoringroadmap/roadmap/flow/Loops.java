package org.mentoringroadmap.roadmap.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.mentoringroadmap.roadmap.FlowGraph;

/** Ways that lead back. A loop is right where a gateway in it asks whether to go round again, and a way leads out of it. */
public final class Loops {
    private Loops() {}

    /** An arrow that leads back without any gateway having been asked; empty where there is none. */
    public static Optional<SequenceFlow> unasked(FlowGraph graph) {
        Set<FlowNode> done = new HashSet<>();
        return graph.reachable().stream()
                .flatMap(node -> back(node, graph, new LinkedHashSet<>(), done).stream())
                .findFirst();
    }

    private static Optional<SequenceFlow> back(FlowNode node, FlowGraph graph, Set<FlowNode> way, Set<FlowNode> done) {
        if (done.contains(node) || TokenGame.decides(node, graph)) {
            return Optional.empty();
        }
        way.add(node);
        for (SequenceFlow flow : graph.outgoing(node)) {
            if (way.contains(flow.getTarget())) {
                return Optional.of(flow);
            }
            Optional<SequenceFlow> found = back(flow.getTarget(), graph, way, done);
            if (found.isPresent()) {
                return found;
            }
        }
        way.remove(node);
        done.add(node);
        return Optional.empty();
    }

    /** A node from which no way leads to an end; empty where there is none. */
    public static Optional<FlowNode> withoutEnd(FlowGraph graph) {
        Set<FlowNode> ending = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        graph.nodes().stream()
                .filter(node -> node instanceof EndEvent || FlowGraph.isEventSubProcess(node))
                .forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (ending.add(node)) {
                graph.incoming(node).stream().map(SequenceFlow::getSource).forEach(open::add);
                if (node instanceof BoundaryEvent event) {
                    open.add(event.getAttachedTo());
                }
            }
        }
        return graph.reachable().stream().filter(node -> !ending.contains(node)).findFirst();
    }
}
