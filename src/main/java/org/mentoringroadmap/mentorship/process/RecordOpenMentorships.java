package org.mentoringroadmap.mentorship.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.springframework.stereotype.Component;

/** Gives the watches that the end of the stage has cut off their outcome. Which they are, the stage's own model says. */
@Component("recordOpenMentorships")
class RecordOpenMentorships implements JavaDelegate {
    private static final String WATCH = "meetings-watch";

    private final MeetingStatistics statistics;

    RecordOpenMentorships(MeetingStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, MeetingKind> kinds = new HashMap<>();
        execution.getBpmnModelInstance().getModelElementsByType(CallActivity.class).stream()
                .filter(call -> WATCH.equals(call.getCalledElement()))
                .forEach(call -> kinds.put(
                        ModelProperties.item(call)
                                .orElseThrow(() -> new IllegalStateException("No item at " + call.getId())),
                        kind(call)));
        statistics.closeOpen(
                MentorshipVariables.programme(execution),
                execution.getProcessInstanceId(),
                execution.getCurrentActivityId(),
                kinds);
    }

    private static MeetingKind kind(CallActivity call) {
        return ModelProperties.handIns(call).stream()
                .filter(in -> MentorshipVariables.MEETING_KIND.name().equals(in.target()))
                .map(in -> MeetingKind.parse(in.sourceExpression()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No kind of meeting at " + call.getId()));
    }
}
