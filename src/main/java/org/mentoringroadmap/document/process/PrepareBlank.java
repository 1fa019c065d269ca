package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Puts the blank of an activity among the documents of its programme. */
@Component("prepareBlank")
class PrepareBlank implements JavaDelegate {
    private final PrintableForms forms;

    PrepareBlank(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareBlank(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                DocumentVariables.BLANK_KIND.from(execution::getVariable));
    }
}
