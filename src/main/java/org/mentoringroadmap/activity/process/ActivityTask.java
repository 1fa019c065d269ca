package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;

/** A task as the listeners of activities see it. */
final class ActivityTask {
    private final DelegateTask task;

    ActivityTask(DelegateTask task) {
        this.task = task;
    }

    Long programmeId() {
        return Long.valueOf(task.getExecution().getProcessBusinessKey());
    }

    /** Written on the task itself where it stands in a stage; handed in to a block otherwise. */
    String roadmapItem() {
        return ElementProperties.item(task.getBpmnModelElementInstance())
                .orElseGet(() -> BlockVariables.ROADMAP_ITEM.from(task::getVariable));
    }

    /** Whether the block of the task is one part of its activity. */
    boolean isPart() {
        return BlockVariables.PART
                .find(task::getVariable)
                .filter("true"::equals)
                .isPresent();
    }

    String instanceId() {
        return task.getProcessInstanceId();
    }

    /** Id of the task in its model. */
    String step() {
        return task.getTaskDefinitionKey();
    }

    /** What the task asks for beside its outcome. */
    StepFields stepFields() {
        return StepFields.parse(name -> ElementProperties.find(task.getBpmnModelElementInstance(), name));
    }

    TaskInput input() {
        return new TaskInput(task::getVariable, task::removeVariable);
    }

    /** Leaves the one flag that gateways decide on. */
    void decide(Outcome outcome) {
        BlockVariables.OUTCOME.to(task::setVariable, outcome.id());
    }
}
