package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a block whether its activity is closed already, so that nobody is asked for what was done earlier.
 * What the caller hands in is kept.
 */
@Component("lookUpOutcome")
class LookUpOutcome implements ExecutionListener {
    private final ActivityOutcomes outcomes;

    LookUpOutcome(ActivityOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String closed = ActivityVariables.CLOSED
                .find(execution::getVariable)
                .orElseGet(() -> String.valueOf(outcomes.closedBefore(
                        Long.valueOf(execution.getProcessBusinessKey()),
                        ActivityVariables.ROADMAP_ITEM.from(execution::getVariable))));
        ActivityVariables.CLOSED.to(execution::setVariable, closed);
    }
}
