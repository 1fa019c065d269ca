package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the draft of the document that the block is asked for. */
@Component("generateDraft")
class GenerateDraft implements JavaDelegate {
    private final Drafts drafts;
    private final OwnRoles roles;

    GenerateDraft(Drafts drafts, OwnRoles roles) {
        this.drafts = drafts;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String type = DocumentVariables.DOCUMENT_TYPE.from(execution::getVariable);
        Long id = drafts.generate(new DocumentRequest(
                DocumentType.of(type).orElseThrow(() -> new IllegalStateException("Unknown documentType: " + type)),
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                BlockVariables.TITLE.find(execution::getVariable).orElse(null),
                execution.getProcessInstanceId(),
                null,
                roles.rights(DocumentVariables.responsible(execution))));
        DocumentVariables.DOCUMENT_ID.to(execution::setVariable, id);
    }
}
