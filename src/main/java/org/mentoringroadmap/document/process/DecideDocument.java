package org.mentoringroadmap.document.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** The director approves, gives back with a comment, or closes the activity without the document. */
@Component("decideDocument")
class DecideDocument implements TaskListener {
    private static final String CLOSE = "close";

    private final Approvals approvals;

    DecideDocument(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateTask task) {
        Long documentId = DocumentVariables.DOCUMENT_ID.from(task::getVariable);
        TaskInput input = DocumentTaskFields.of(task);
        String decision = input.text(DocumentVariables.DECISION.name()).orElse(null);
        String comment = input.text(DocumentVariables.COMMENT.name()).orElse(null);
        boolean despiteBlanks = DocumentTaskFields.despiteBlanks(input);
        Optional<Integer> read = DocumentTaskFields.readVersion(input);
        Optional<OutcomeInput> closing = DocumentTaskFields.closing(task);
        if (closing.isPresent()) {
            approvals.closeByDirector(documentId, closing.get());
            BlockVariables.OUTCOME.to(
                    task.getExecution()::setVariable, closing.get().outcome().id());
            DocumentVariables.DECISION.to(task.getExecution()::setVariable, CLOSE);
            return;
        }
        Decision decided = Decision.parse(decision);
        approvals.requireRead(documentId, read, task.getCreateTime().toInstant());
        approvals.decide(documentId, decided, comment, despiteBlanks);
        DocumentVariables.DECISION.to(task.getExecution()::setVariable, decided.id());
        if (decided == Decision.RETURN) {
            // The author is asked anew; the answer of the last round must not stand for the next one.
            task.getExecution().removeVariable(BlockVariables.OUTCOME.name());
        }
    }
}
