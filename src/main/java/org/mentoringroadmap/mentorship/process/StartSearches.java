package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Begins the search for every mentee who is left, and says so in the roadmap. */
@Component("startSearches")
class StartSearches implements JavaDelegate {
    private final MeetingStatistics statistics;

    StartSearches(MeetingStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void execute(DelegateExecution execution) {
        statistics.startSearches(
                MentorshipVariables.programme(execution), BlockVariables.ROADMAP_ITEM.from(execution::getVariable));
    }
}
