package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Marks the search as begun when its process starts; a start for an unknown or a running search leaves nothing behind. */
@Component("startSearch")
class StartSearch implements ExecutionListener {
    private final SearchLifecycle searches;

    StartSearch(SearchLifecycle searches) {
        this.searches = searches;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = MentorshipVariables.programme(execution);
        Long searchId = MentorshipVariables.search(execution);
        SearchLifecycle.Started started = searches.start(programmeId, execution.getTenantId(), searchId);
        BlockVariables.PROGRAMME_ID.to(execution::setVariable, String.valueOf(programmeId));
        MentorshipVariables.SEARCH_ID.to(execution::setVariable, String.valueOf(searchId));
        BlockVariables.TITLE.to(execution::setVariable, started.code());
        MentorshipVariables.SUPPORT_NEEDED.to(execution::setVariable, String.valueOf(started.support()));
        BlockVariables.START.to(execution::setVariable, started.start().toString());
        BlockVariables.DUE.to(execution::setVariable, started.due().toString());
    }
}
