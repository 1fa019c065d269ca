package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** A draft that the director gave back is to be mended: its task says so wherever tasks are listed. */
@Component("nameDraftTask")
class NameDraftTask implements TaskListener {
    private final DocumentTexts texts;

    NameDraftTask(DocumentTexts texts) {
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        DocumentVariables.DECISION
                .find(task::getVariable)
                .filter(Decision.RETURN.id()::equals)
                .ifPresent(returned -> task.setName(
                        texts.text("document.task.returned", BlockVariables.TITLE.from(task::getVariable))));
    }
}
