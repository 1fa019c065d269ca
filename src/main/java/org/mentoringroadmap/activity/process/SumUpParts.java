package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * Ends an activity of several times or of several people: it is done where it was done once; otherwise it is not held, for
 * the reasons that were given, or for that of the property {@code nobody} where nobody was there to give one.
 */
@Component("sumUpParts")
class SumUpParts implements JavaDelegate {
    private static final String NOBODY = "nobody";

    private final Steps steps;

    SumUpParts(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = steps.sumUp(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                execution.getProcessInstanceId(),
                ElementProperties.find(execution.getBpmnModelElementInstance(), NOBODY)
                        .orElseThrow(() -> new IllegalStateException("No property " + NOBODY)));
        BlockVariables.OUTCOME.to(execution::setVariable, outcome.id());
    }
}
