package org.mentoringroadmap.activity.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a block whether its activity is closed already, so that nobody is asked for what was done earlier;
 * the outcome goes out to the caller then. What the caller hands in is kept.
 */
@Component("lookUpOutcome")
class LookUpOutcome implements ExecutionListener {
    private final ActivityOutcomes outcomes;

    LookUpOutcome(ActivityOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (ActivityVariables.CLOSED.find(execution::getVariable).isPresent()) {
            return;
        }
        Optional<Outcome> before = outcomes.closedBefore(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable));
        ActivityVariables.CLOSED.to(execution::setVariable, String.valueOf(before.isPresent()));
        before.ifPresent(outcome -> BlockVariables.OUTCOME.to(execution::setVariable, outcome.id()));
    }
}
