package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.approval.Approvals;
import org.springframework.stereotype.Component;

/** Marks the document of the block as closed without approval. */
@Component("cancelDocument")
class CancelDocument implements JavaDelegate {
    private final Approvals approvals;

    CancelDocument(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.cancel(DocumentVariables.DOCUMENT_ID.from(execution::getVariable));
    }
}
