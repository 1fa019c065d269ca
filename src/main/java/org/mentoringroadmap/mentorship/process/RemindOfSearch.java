package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.proposal.MentorLookout;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.springframework.stereotype.Component;

/** A month more without a mentor; whoever waits in the programme is looked for once more. */
@Component("remindOfSearch")
class RemindOfSearch implements JavaDelegate {
    private final SearchLifecycle searches;
    private final MentorLookout lookout;

    RemindOfSearch(SearchLifecycle searches, MentorLookout lookout) {
        this.searches = searches;
        this.lookout = lookout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long programmeId = MentorshipVariables.programme(execution);
        searches.remind(programmeId, MentorshipVariables.search(execution));
        lookout.lookSoon(programmeId);
    }
}
