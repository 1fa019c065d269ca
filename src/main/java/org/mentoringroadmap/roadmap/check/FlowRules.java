package org.mentoringroadmap.roadmap.check;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.mentoringroadmap.roadmap.FlowGraph;

/** Rules about the ways through a process and through each of its sub-processes. */
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
        Set<FlowNode> reachable = graph.reachable();
        for (FlowNode node : graph.nodes()) {
            if (!reachable.contains(node)) {
                findings.add(node, ModelRule.UNREACHABLE);
            }
            if (isDeadEnd(node, graph)) {
                findings.add(node, ModelRule.DEAD_END);
            }
        }
    }

    private static boolean isDeadEnd(FlowNode node, FlowGraph graph) {
        return !(node instanceof EndEvent)
                && !FlowGraph.isEventSubProcess(node)
                && graph.outgoing(node).isEmpty();
    }
}
