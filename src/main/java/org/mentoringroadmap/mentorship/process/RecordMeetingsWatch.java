package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Ends the watch over a kind of meetings and keeps how many have met. */
@Component("recordMeetingsWatch")
class RecordMeetingsWatch implements TaskListener {
    private final MeetingStatistics statistics;

    RecordMeetingsWatch(MeetingStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void notify(DelegateTask task) {
        OutcomeInput outcome = OutcomeInput.take(new TaskInput(task::getVariable, task::removeVariable));
        statistics.watched(
                MentorshipVariables.programme(task.getExecution()),
                BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                MeetingKind.parse(MentorshipVariables.MEETING_KIND.from(task::getVariable)),
                outcome);
        BlockVariables.OUTCOME.to(task::setVariable, outcome.outcome().id());
    }
}
