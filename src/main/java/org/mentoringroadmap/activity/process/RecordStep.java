package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.springframework.stereotype.Component;

/** Moves what was entered in a step in the middle of an activity into our tables. */
@Component("recordStep")
class RecordStep implements TaskListener {
    private final Steps steps;

    RecordStep(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        StepInput input = StepInput.take(task.input(), task.stepFields());
        steps.step(task.programmeId(), task.roadmapItem(), task.instanceId(), task.step(), input);
        task.decide(input.outcome().outcome());
    }
}
