package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Keeps one time of an activity that is done again and again, and whether there will be another one. */
@Component("recordTime")
class RecordTime implements TaskListener {
    private final Steps steps;

    RecordTime(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        TaskInput input = task.input();
        StepInput said = StepInput.take(input, task.stepFields());
        String another = input.text(ActivityVariables.ANOTHER_FIELD).orElse("");
        steps.part(
                task.programmeId(),
                task.roadmapItem(),
                task.instanceId(),
                task.step() + "-" + ActivityVariables.POINT_NUMBER.from(delegate::getVariable),
                said);
        ActivityVariables.ANOTHER.to(delegate.getExecution()::setVariable, String.valueOf("true".equals(another)));
        task.decide(said.outcome().outcome());
    }
}
