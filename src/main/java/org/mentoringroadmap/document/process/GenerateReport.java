package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Makes the report of the monitoring that the block has run. */
@Component("generateReport")
class GenerateReport implements JavaDelegate {
    static final String REPORT = "report-";

    private final Drafts drafts;
    private final OwnRoles roles;

    GenerateReport(Drafts drafts, OwnRoles roles) {
        this.drafts = drafts;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String kind = DocumentVariables.MONITORING_KIND.from(execution::getVariable);
        Long id = drafts.generate(new DocumentRequest(
                DocumentType.of(REPORT + kind)
                        .orElseThrow(() -> new IllegalStateException("Unknown monitoringKind: " + kind)),
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                BlockVariables.TITLE.find(execution::getVariable).orElse(null),
                execution.getProcessInstanceId(),
                BlockVariables.CONTROL_POINT.find(execution::getVariable).orElse(null),
                roles.rights(DocumentVariables.responsible(execution))));
        DocumentVariables.DOCUMENT_ID.to(execution::setVariable, id);
    }
}
