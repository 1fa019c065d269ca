package org.mentoringroadmap.mentorship.process;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Says whether a pair has had a meeting, and who enters it otherwise. */
@Component("lookUpMeeting")
class LookUpMeeting implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;

    LookUpMeeting(MentorshipLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MentorshipLifecycle.Next next = lifecycle.next(
                MentorshipVariables.programme(execution),
                MentorshipVariables.pair(execution),
                MeetingKind.parse(MentorshipVariables.MEETING_KIND.from(execution::getVariable)),
                LocalDateTime.parse(BlockVariables.DUE.from(execution::getVariable)));
        MentorshipVariables.MEETING_STATE.to(
                execution::setVariable, next.entry().name().toLowerCase(Locale.ROOT));
        BlockVariables.START.to(execution::setVariable, text(next.start()));
        BlockVariables.DUE.to(execution::setVariable, text(next.due()));
        next.after().ifPresent(kind -> MentorshipVariables.NEXT_MEETING.to(execution::setVariable, kind.id()));
    }

    private static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
