package org.mentoringroadmap.document.process;

import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the letters of gratitude, the certificates of participation or the diplomas. */
@Component("prepareLetters")
class PrepareLetters implements JavaDelegate {
    private final PrintableForms forms;

    PrepareLetters(PrintableForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.prepareAwards(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                // an instance that began before the parameter was there has none
                DocumentVariables.AWARDS.find(execution::getVariable).orElse(PrintableForms.LETTERS_AND_CERTIFICATES),
                DocumentVariables.ADDRESSEES
                        .find(execution::getVariable)
                        .filter(to -> !to.isBlank())
                        .orElse(null),
                DocumentVariables.DIPLOMA_NAMES.find(execution::getVariable).stream()
                        .flatMap(names -> Arrays.stream(names.split(",")))
                        .map(name -> name.strip().replaceFirst("^«(.*)»$", "$1"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
