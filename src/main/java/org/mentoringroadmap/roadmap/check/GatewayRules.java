package org.mentoringroadmap.roadmap.check;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.flow.Places;

/** Rules about gateways that decide: exclusive and inclusive ones with several ways out. */
final class GatewayRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(ExclusiveGateway.class).forEach(gateway -> check(gateway, gateway.getDefault(), findings));
        file.all(InclusiveGateway.class).forEach(gateway -> check(gateway, gateway.getDefault(), findings));
        file.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null && !isAsked(flow.getSource()))
                .forEach(flow -> findings.add(flow, ModelRule.CONDITION_UNASKED));
    }

    private static boolean isAsked(FlowNode source) {
        return source == null || source instanceof ExclusiveGateway || source instanceof InclusiveGateway;
    }

    private static void check(Gateway gateway, SequenceFlow defaultFlow, Findings findings) {
        FlowGraph graph = new FlowGraph(gateway.getParentElement());
        List<SequenceFlow> outgoing = graph.outgoing(gateway);
        if (outgoing.size() < 2 && outgoing.stream().allMatch(flow -> flow.getConditionExpression() == null)) {
            return;
        }
        String name = gateway.getName();
        if (ModelProperties.isPresent(name) && !name.strip().endsWith("?")) {
            findings.add(gateway, ModelRule.GATEWAY_QUESTION);
        }
        if (defaultFlow == null) {
            if (asksNothing(gateway, outgoing)) {
                findings.addCase(gateway, ModelRule.DEFAULT_FLOW, "no-question");
            } else if (graph.reachable()
                    .containsAll(graph.nodes())) { // else its arrow is what is missing, and that is said
                findings.addCase(gateway, ModelRule.DEFAULT_FLOW, "missing");
            }
            return;
        }
        outgoing.stream()
                .filter(flow -> !flow.equals(defaultFlow) && flow.getConditionExpression() == null)
                .forEach(flow -> findings.add(flow, ModelRule.FLOW_CONDITION, Places.of(gateway)));
    }

    /** Whether a gateway has been given neither a question nor any answer. */
    static boolean asksNothing(Gateway gateway, List<SequenceFlow> outgoing) {
        return !ModelProperties.isPresent(gateway.getName())
                && gateway.getAttributeValue("default") == null
                && outgoing.stream().allMatch(flow -> flow.getConditionExpression() == null);
    }
}
