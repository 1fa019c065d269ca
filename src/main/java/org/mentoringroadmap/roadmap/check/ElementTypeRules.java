package org.mentoringroadmap.roadmap.check;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Rules about which kinds of elements may stand in a model. */
final class ElementTypeRules implements BpmnRules {

    /**
     * Plain and manual tasks are missing: the engine passes them without telling anybody. Complex gateways, ad-hoc
     * sub-processes and choreographies it cannot run. Send and business rule tasks join the list, with rules, when a
     * block needs one. Script tasks are refused by a rule of their own.
     */
    private static final Set<String> RUNNABLE = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "scriptTask");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (FlowNode node : file.all(FlowNode.class)) {
            String type = node.getElementType().getTypeName();
            if (!RUNNABLE.contains(type)) {
                findings.addCase(node, ModelRule.ELEMENT_TYPE, "task".equals(type) ? "template" : "other", type);
            }
        }
    }
}
