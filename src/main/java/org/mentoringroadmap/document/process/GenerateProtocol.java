package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the protocol of the event that the block has run. */
@Component("generateProtocol")
class GenerateProtocol implements JavaDelegate {
    private final Drafts drafts;
    private final OwnRoles roles;

    GenerateProtocol(Drafts drafts, OwnRoles roles) {
        this.drafts = drafts;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long id = drafts.generate(new DocumentRequest(
                DocumentType.PROTOCOL,
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                BlockVariables.TITLE.find(execution::getVariable).orElse(null),
                execution.getProcessInstanceId(),
                DocumentVariables.EVENT_KIND_NAME
                        .find(execution::getVariable)
                        .filter(name -> !name.isBlank())
                        .or(() -> DocumentVariables.EVENT_KIND.find(execution::getVariable))
                        .orElse(null),
                roles.rights(DocumentVariables.responsible(execution))));
        DocumentVariables.DOCUMENT_ID.to(execution::setVariable, id);
    }
}
