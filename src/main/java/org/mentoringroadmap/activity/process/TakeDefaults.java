package org.mentoringroadmap.activity.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.springframework.stereotype.Component;

/**
 * Gives a block its parameters. They are the properties of its start event, whose values are what holds where nobody says
 * otherwise. Otherwise say, the first of them: who hands in a variable of that name, and a property of that name on the
 * element that calls the block. A roadmap that says nothing runs as it always did.
 */
@Component("takeDefaults")
class TakeDefaults implements ExecutionListener {
    @Override
    public void notify(DelegateExecution execution) {
        Optional<DelegateExecution> caller = Optional.ofNullable(execution.getSuperExecution());
        ModelProperties.parameters(execution.getBpmnModelElementInstance()).forEach((name, usual) -> {
            if (isBlank(execution.getVariable(name))) {
                String said = caller.flatMap(from -> ElementProperties.find(from.getBpmnModelElementInstance(), name))
                        .orElse(usual);
                execution.setVariable(name, said);
            }
        });
    }

    private static boolean isBlank(Object value) {
        return value == null || value.toString().isBlank();
    }
}
