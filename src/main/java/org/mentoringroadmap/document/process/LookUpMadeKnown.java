package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.document.approval.Approvals;
import org.springframework.stereotype.Component;

/** Says whether nobody has to sign that they know the document, on whichever way it came into force. */
@Component("lookUpMadeKnown")
class LookUpMadeKnown implements ExecutionListener {
    private final Approvals approvals;

    LookUpMadeKnown(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        boolean madeKnown = approvals.isMadeKnown(DocumentVariables.DOCUMENT_ID.from(execution::getVariable));
        DocumentVariables.NOT_MADE_KNOWN.to(execution::setVariable, !madeKnown);
    }
}
