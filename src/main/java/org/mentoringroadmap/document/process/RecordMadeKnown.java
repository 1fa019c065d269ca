package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Everybody concerned has signed the acknowledgement sheet. */
@Component("recordMadeKnown")
class RecordMadeKnown implements TaskListener {
    private final Approvals approvals;

    RecordMadeKnown(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask task) {
        DocumentTaskFields.closing(task).ifPresent(input -> {
            throw new ConflictException("document.close-late");
        });
        TaskInput input = DocumentTaskFields.of(task);
        approvals.madeKnown(
                DocumentVariables.DOCUMENT_ID.from(task::getVariable),
                input.text(DocumentVariables.ACKNOWLEDGED.name())
                        .filter("true"::equals)
                        .isPresent(),
                input.date(DocumentVariables.DATE.name()));
    }
}
