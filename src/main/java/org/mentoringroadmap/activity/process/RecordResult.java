package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.springframework.stereotype.Component;

/**
 * Moves what was entered in the last step of a block into our tables, and with it how the activity ended, unless the block
 * is only one part of it and was done.
 */
@Component("recordResult")
class RecordResult implements TaskListener {
    private final Steps steps;

    RecordResult(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        StepInput input = StepInput.take(task.input(), task.stepFields());
        if (task.isPart()) {
            steps.step(task.programmeId(), task.roadmapItem(), task.instanceId(), task.step(), input);
        } else {
            steps.result(task.programmeId(), task.roadmapItem(), task.instanceId(), task.step(), input);
        }
        task.decide(input.outcome().outcome());
    }
}
