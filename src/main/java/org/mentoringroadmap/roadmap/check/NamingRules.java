package org.mentoringroadmap.roadmap.check;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.language.Labels;

/**
 * Rules about labels. Ids are left as Modeler makes them: only the shipped models have readable ones.
 *
 * <p>Gateways that only join paths or start parallel ones need no label: they ask nothing.
 */
final class NamingRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(Process.class).forEach(process -> checkLabel(process, process.getName(), findings));
        file.all(SequenceFlow.class).forEach(flow -> checkLanguage(flow, flow.getName(), findings));
        for (FlowNode node : file.all(FlowNode.class)) {
            if (needsLabel(node)) {
                checkLabel(node, node.getName(), findings);
            } else {
                checkLanguage(node, node.getName(), findings);
            }
        }
    }

    private static boolean needsLabel(FlowNode node) {
        if (!(node instanceof Gateway gateway)) {
            return true;
        }
        List<SequenceFlow> ways = new FlowGraph(node.getParentElement()).outgoing(node);
        return ways.size() > 1
                && !(node instanceof ParallelGateway)
                && !GatewayRules.asksNothing(gateway, ways); // which is said by another rule
    }

    private static void checkLabel(BaseElement element, String label, Findings findings) {
        if (ModelProperties.isPresent(label)) {
            checkLanguage(element, label, findings);
        } else {
            findings.add(element, ModelRule.LABEL_MISSING);
        }
    }

    private static void checkLanguage(BaseElement element, String label, Findings findings) {
        if (!Labels.isRussian(label)) {
            findings.add(element, ModelRule.LABEL_NOT_RUSSIAN, label);
        }
    }
}
