package org.mentoringroadmap.document.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** The draft has been checked, or the school closes the activity without it. */
@Component("submitDraft")
class SubmitDraft implements TaskListener {
    private final Approvals approvals;

    SubmitDraft(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean despiteBlanks = DocumentTaskFields.despiteBlanks(DocumentTaskFields.of(task));
        Optional<Integer> read = DocumentTaskFields.readVersion(DocumentTaskFields.of(task));
        OutcomeInput input = OutcomeInput.take(DocumentTaskFields.of(task));
        Long documentId = DocumentVariables.DOCUMENT_ID.from(task::getVariable);
        if (input.outcome() == Outcome.DONE && approvals.decidesOnSubmit(documentId)) {
            approvals.requireRead(documentId, read, task.getCreateTime().toInstant());
        }
        boolean approved = approvals.submit(documentId, input, despiteBlanks);
        // The director is asked anew; the decision of the last round must not stand for the next one.
        task.getExecution().removeVariable(DocumentVariables.DECISION.name());
        BlockVariables.OUTCOME.to(
                task.getExecution()::setVariable, input.outcome().id());
        DocumentVariables.PRINTABLE.to(task.getExecution()::setVariable, approvals.isForm(documentId));
        DocumentVariables.APPROVED_ON_SUBMIT.to(task.getExecution()::setVariable, approved);
    }
}
