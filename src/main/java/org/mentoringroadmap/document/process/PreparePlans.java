package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the sheets that pairs fill in: individual plans and trajectories, or personalised programmes. */
@Component("preparePlans")
class PreparePlans implements JavaDelegate {
    private final PrintableForms forms;

    PreparePlans(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.preparePlans(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                DocumentVariables.PLAN_KIND.from(execution::getVariable));
    }
}
