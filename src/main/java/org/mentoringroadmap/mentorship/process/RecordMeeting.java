package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.meeting.MeetingTaskService;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Moves what a mentor says about a meeting from the task into our tables. */
@Component("recordMeeting")
class RecordMeeting implements TaskListener {
    private final MeetingTaskService meetings;

    RecordMeeting(MeetingTaskService meetings) {
        this.meetings = meetings;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskInput input = new TaskInput(task::getVariable, task::removeVariable);
        OutcomeInput outcome = OutcomeInput.take(input);
        MeetingKind kind = MeetingKind.parse(MentorshipVariables.MEETING_KIND.from(task::getVariable));
        MeetingKind next = meetings.report(
                MentorshipVariables.programme(task.getExecution()),
                MentorshipVariables.pair(task.getExecution()),
                kind,
                new MeetingReport(outcome.outcome() != Outcome.NOT_HELD, outcome.date(), outcome.note()),
                input.text(MentorshipVariables.NEXT_MEETING.name()));
        BlockVariables.OUTCOME.to(task::setVariable, outcome.outcome().id());
        MentorshipVariables.NEXT_MEETING.to(task::setVariable, next.id());
    }
}
