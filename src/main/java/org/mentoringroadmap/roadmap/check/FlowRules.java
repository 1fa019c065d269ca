package org.mentoringroadmap.roadmap.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.flow.Loops;
import org.mentoringroadmap.roadmap.flow.Places;
import org.mentoringroadmap.roadmap.flow.TokenGame;

/**
 * Rules about the ways through a process and through each of its sub-processes. What is drawn wrongly is said once: only
 * where every arrow is in its place is it asked what comes of them.
 */
final class FlowRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(Process.class).forEach(process -> checkScope(process, findings));
        file.all(SubProcess.class).forEach(subProcess -> checkScope(subProcess, findings));
    }

    private static void checkScope(BaseElement scope, Findings findings) {
        FlowGraph graph = new FlowGraph(scope);
        if (!graph.hasStart()) {
            findings.add(scope, ModelRule.START_EVENT);
            return;
        }
        if (!staysInside(graph) || checkArrows(graph, findings) || checkLoops(graph, findings)) {
            return;
        }
        if (graph.nodes().stream().allMatch(node -> !(node instanceof Gateway gateway) || isFinished(gateway, graph))) {
            checkTokens(graph, findings);
        }
    }

    /** Whether no other rule has something to say about where the gateway leads. */
    private static boolean isFinished(Gateway gateway, FlowGraph graph) {
        return gateway instanceof EventBasedGateway waiting
                ? EventRules.onlyWaits(waiting)
                : gateway instanceof ParallelGateway
                        || graph.outgoing(gateway).size() < 2
                        || gateway.getAttributeValue("default") != null;
    }

    /** An arrow out of its scope is reported by a rule of its own. */
    private static boolean staysInside(FlowGraph graph) {
        return graph.nodes().stream()
                .flatMap(node -> graph.outgoing(node).stream())
                .allMatch(flow -> graph.nodes().contains(flow.getTarget()));
    }

    /** Whether arrows are missing or too many. A missing arrow has two ends; where both are seen, the first one is named. */
    private static boolean checkArrows(FlowGraph graph, Findings findings) {
        List<FlowNode> cutOff = cutOff(graph);
        List<FlowNode> deadEnds =
                graph.nodes().stream().filter(node -> isDeadEnd(node, graph)).toList();
        List<FlowNode> loose = deadEnds.stream().filter(cutOff::contains).toList();
        loose.forEach(node -> findings.addCase(node, ModelRule.UNREACHABLE, "loose"));
        List<FlowNode> ends =
                deadEnds.stream().filter(node -> !loose.contains(node)).toList();
        List<FlowNode> beginnings =
                cutOff.stream().filter(node -> !loose.contains(node)).toList();
        if (ends.isEmpty()) {
            beginnings.forEach(node -> findings.addCase(node, ModelRule.UNREACHABLE, "before"));
        } else if (beginnings.isEmpty()) {
            ends.forEach(node -> findings.addCase(node, ModelRule.DEAD_END, "open"));
        } else {
            String behind = beginnings.stream().map(Places::of).collect(Collectors.joining(", "));
            ends.forEach(node -> findings.addCase(node, ModelRule.DEAD_END, "before", behind));
        }
        List<FlowNode> split = graph.nodes().stream()
                .filter(node ->
                        !(node instanceof Gateway) && graph.outgoing(node).size() > 1)
                .toList();
        split.forEach(node -> findings.add(node, ModelRule.SEVERAL_WAYS));
        return !cutOff.isEmpty() || !deadEnds.isEmpty() || !split.isEmpty();
    }

    /** What no token comes to, without what only stands behind it. */
    private static List<FlowNode> cutOff(FlowGraph graph) {
        Set<FlowNode> open = new LinkedHashSet<>(graph.nodes());
        open.removeAll(graph.reachable());
        List<FlowNode> first = new ArrayList<>();
        while (!open.isEmpty()) {
            FlowNode node = open.stream()
                    .filter(candidate -> graph.incoming(candidate).isEmpty() && !(candidate instanceof BoundaryEvent))
                    .findFirst()
                    .orElse(open.iterator().next()); // a ring that nothing leads into
            first.add(node);
            open.removeAll(graph.behind(List.of(node)));
        }
        return first;
    }

    private static boolean isDeadEnd(FlowNode node, FlowGraph graph) {
        return !(node instanceof EndEvent)
                && !FlowGraph.isEventSubProcess(node)
                && graph.outgoing(node).isEmpty();
    }

    private static boolean checkLoops(FlowGraph graph, Findings findings) {
        Optional<SequenceFlow> back = Loops.unasked(graph);
        if (back.isPresent()) {
            findings.addCase(
                    back.get().getSource(),
                    ModelRule.LOOP,
                    "unasked",
                    Places.of(back.get().getTarget()));
            return true;
        }
        Optional<FlowNode> caught = Loops.withoutEnd(graph);
        caught.ifPresent(node -> findings.addCase(node, ModelRule.LOOP, "without-end"));
        return caught.isPresent();
    }

    private static void checkTokens(FlowGraph graph, Findings findings) {
        TokenGame.play(graph).ifPresent(finding -> {
            switch (finding.fault()) {
                case TWICE -> findings.addCase(finding.node(), ModelRule.FORK_JOIN, "twice");
                case STUCK -> findings.addCase(finding.node(), ModelRule.FORK_JOIN, "stuck");
            }
        });
    }
}
