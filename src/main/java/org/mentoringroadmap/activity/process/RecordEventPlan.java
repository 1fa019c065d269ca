package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.event.EventPlan;
import org.mentoringroadmap.activity.event.Events;
import org.springframework.stereotype.Component;

/** Moves the plan of an event from its task into our tables. */
@Component("recordEventPlan")
class RecordEventPlan implements TaskListener {
    private final Events events;

    RecordEventPlan(Events events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        OutcomeInput input = OutcomeInput.take(task.input());
        EventPlan plan = EventPlan.take(task.input());
        events.plan(task.programmeId(), task.roadmapItem(), task.instanceId(), input, plan);
        task.decide(input.outcome());
    }
}
