package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.Reports;
import org.springframework.stereotype.Component;

/** Nobody is to meet: the programme has no pairs. */
@Component("recordNoPairs")
class RecordNoPairs implements JavaDelegate {
    private final Reports reports;

    RecordNoPairs(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.noPairs(
                MentorshipVariables.programme(execution),
                MentorshipVariables.ROADMAP_ITEM.from(execution::getVariable));
    }
}
