package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the certificates of those who were trained as mentors. */
@Component("prepareCertificates")
class PrepareCertificates implements JavaDelegate {
    private final PrintableForms forms;

    PrepareCertificates(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareCertificates(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable));
    }
}
