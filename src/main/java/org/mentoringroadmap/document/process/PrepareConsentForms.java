package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the forms of consents that are to be collected. */
@Component("prepareConsentForms")
class PrepareConsentForms implements JavaDelegate {
    private final PrintableForms forms;

    PrepareConsentForms(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareConsents(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                BlockVariables.CONSENT_KIND.from(execution::getVariable));
    }
}
