package org.mentoringroadmap.activity.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a block whether its activity is closed already and how, so that nobody is asked for what was done
 * earlier. What the caller hands in is kept.
 */
@Component("lookUpOutcome")
class LookUpOutcome implements ExecutionListener {
    private final ActivityOutcomes outcomes;

    LookUpOutcome(ActivityOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = Long.valueOf(execution.getProcessBusinessKey());
        String item = ActivityVariables.ROADMAP_ITEM.from(execution::getVariable);
        String closed = ActivityVariables.CLOSED
                .find(execution::getVariable)
                .orElseGet(() -> String.valueOf(outcomes.closedBefore(programmeId, item)));
        ActivityVariables.CLOSED.to(execution::setVariable, closed);
        Optional.of(closed)
                .filter(Boolean::parseBoolean)
                .flatMap(yes -> outcomes.find(programmeId, item))
                .ifPresent(record -> ActivityVariables.OUTCOME.to(
                        execution::setVariable, record.outcome().id()));
    }
}
