package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.event.EventReport;
import org.mentoringroadmap.activity.event.Events;
import org.springframework.stereotype.Component;

/** Moves the report of an event from its task into our tables. */
@Component("recordEventReport")
class RecordEventReport implements TaskListener {
    private final Events events;

    RecordEventReport(Events events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        OutcomeInput input = OutcomeInput.take(task.input());
        EventReport report = EventReport.take(task.input(), input.date());
        events.report(task.programmeId(), task.roadmapItem(), task.instanceId(), input, report);
        task.decide(input.outcome());
    }
}
