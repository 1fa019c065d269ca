package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * A draft that the director gave back is to be mended: its task says so wherever tasks are listed. A task in which a document
 * may be approved knows from its beginning which version that is about: who decides says when another one was read.
 */
@Component("nameDraftTask")
class NameDraftTask implements TaskListener {
    private final DocumentTexts texts;
    private final Documents documents;

    NameDraftTask(DocumentTexts texts, Documents documents) {
        this.texts = texts;
        this.documents = documents;
    }

    @Override
    public void notify(DelegateTask task) {
        DocumentVariables.READ_VERSION.to(
                task::setVariableLocal,
                documents
                        .get(DocumentVariables.DOCUMENT_ID.from(task::getVariable))
                        .lastVersion());
        DocumentVariables.DECISION
                .find(task::getVariable)
                .filter(Decision.RETURN.id()::equals)
                .ifPresent(returned -> task.setName(
                        texts.text("document.task.returned", BlockVariables.TITLE.from(task::getVariable))));
    }
}
