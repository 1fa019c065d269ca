package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.OutcomeInput;
import org.springframework.stereotype.Component;

/** Moves the outcome of an activity from its task into our tables. */
@Component("recordOutcome")
class RecordOutcome implements TaskListener {
    private final ActivityOutcomes outcomes;

    RecordOutcome(ActivityOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        OutcomeInput input = OutcomeInput.take(task.input());
        outcomes.record(task.programmeId(), task.roadmapItem(), input);
        task.decide(input.outcome());
    }
}
