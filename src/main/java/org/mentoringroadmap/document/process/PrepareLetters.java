package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the letters of gratitude and the certificates of participation. */
@Component("prepareLetters")
class PrepareLetters implements JavaDelegate {
    private final PrintableForms forms;

    PrepareLetters(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareLetters(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                DocumentVariables.ADDRESSEES
                        .find(execution::getVariable)
                        .filter(to -> !to.isBlank())
                        .orElse(null));
    }
}
