package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Nobody is to meet: the programme has no pairs. */
@Component("recordNoPairs")
class RecordNoPairs implements JavaDelegate {
    private final MeetingStatistics statistics;

    RecordNoPairs(MeetingStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statistics.noPairs(
                MentorshipVariables.programme(execution), BlockVariables.ROADMAP_ITEM.from(execution::getVariable));
    }
}
