package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.SearchWork;
import org.springframework.stereotype.Component;

/** A month more without a mentor. */
@Component("remindOfSearch")
class RemindOfSearch implements JavaDelegate {
    private final SearchWork searches;

    RemindOfSearch(SearchWork searches) {
        this.searches = searches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        searches.remind(MentorshipVariables.programme(execution), MentorshipVariables.search(execution));
    }
}
