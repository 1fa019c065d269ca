package org.mentoringroadmap.roadmap.check;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about where the engine commits: after what a person did, before what a bean does, nowhere else. */
final class SavePointRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (FlowNode node : file.all(FlowNode.class)) {
            if (node instanceof ServiceTask && !is(node, "asyncBefore")) {
                findings.add(node, ModelRule.SAVE_POINT_BEFORE);
            }
            if (node instanceof StartEvent && !is(node, "asyncAfter")) {
                findings.addCase(node, ModelRule.SAVE_POINT_AFTER, "start");
            }
            if (node instanceof UserTask task && !UserTaskRules.isBare(task) && !is(node, "asyncAfter")) {
                findings.addCase(node, ModelRule.SAVE_POINT_AFTER, "task");
            }
            if (waits(node) && is(node, "asyncBefore")) {
                findings.add(node, ModelRule.SAVE_POINT_NEEDLESS);
            }
        }
    }

    private static boolean is(FlowNode node, String savePoint) {
        return "true".equals(ModelProperties.attribute(node, savePoint));
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof CallActivity
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent;
    }
}
