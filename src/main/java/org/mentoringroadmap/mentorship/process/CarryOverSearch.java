package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.springframework.stereotype.Component;

/** The programme has ended before the search. */
@Component("carryOverSearch")
class CarryOverSearch implements JavaDelegate {
    private final SearchLifecycle searches;

    CarryOverSearch(SearchLifecycle searches) {
        this.searches = searches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        searches.carryOver(MentorshipVariables.programme(execution), MentorshipVariables.search(execution));
    }
}
