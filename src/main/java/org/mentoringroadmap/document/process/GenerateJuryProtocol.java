package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the protocol of the jury that has decided the contest. */
@Component("generateJuryProtocol")
class GenerateJuryProtocol implements JavaDelegate {
    private final Drafts drafts;
    private final OwnRoles roles;

    GenerateJuryProtocol(Drafts drafts, OwnRoles roles) {
        this.drafts = drafts;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long id = drafts.generate(new DocumentRequest(
                DocumentType.JURY_PROTOCOL,
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                BlockVariables.TITLE.find(execution::getVariable).orElse(null),
                execution.getProcessInstanceId(),
                DocumentVariables.NOMINATIONS.find(execution::getVariable).orElse(null),
                roles.rights(DocumentVariables.responsible(execution))));
        DocumentVariables.DOCUMENT_ID.to(execution::setVariable, id);
    }
}
