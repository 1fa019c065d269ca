package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.ReadyForms;
import org.springframework.stereotype.Component;

/** Makes the sheets of individual plans and trajectories. */
@Component("preparePlans")
class PreparePlans implements JavaDelegate {
    private final ReadyForms forms;

    PreparePlans(ReadyForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.preparePlans(
                Long.valueOf(execution.getProcessBusinessKey()),
                DocumentVariables.ROADMAP_ITEM.from(execution::getVariable));
    }
}
