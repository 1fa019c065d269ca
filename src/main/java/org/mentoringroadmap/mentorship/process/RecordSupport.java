package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** The psychologist has helped, or help was not needed. What was said stays with the psychologist. */
@Component("recordSupport")
class RecordSupport implements TaskListener {
    private final SearchLifecycle searches;

    RecordSupport(SearchLifecycle searches) {
        this.searches = searches;
    }

    @Override
    public void notify(DelegateTask task) {
        OutcomeInput outcome = OutcomeInput.take(new TaskInput(task::getVariable, task::removeVariable));
        searches.support(
                MentorshipVariables.programme(task.getExecution()),
                MentorshipVariables.search(task.getExecution()),
                outcome.outcome());
        BlockVariables.OUTCOME.to(task::setVariable, outcome.outcome().id());
    }
}
