package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** The document gets number and date. It is approved, so its activity cannot be closed in another way any more. */
@Component("registerDocument")
class RegisterDocument implements TaskListener {
    private final Registration registration;

    RegisterDocument(Registration registration) {
        this.registration = registration;
    }

    @Override
    public void notify(DelegateTask task) {
        DocumentTaskFields.closing(task).ifPresent(input -> {
            throw new ConflictException("document.close-late");
        });
        TaskInput input = DocumentTaskFields.of(task);
        boolean despiteBlanks = DocumentTaskFields.despiteBlanks(input);
        registration.register(
                DocumentVariables.DOCUMENT_ID.from(task::getVariable),
                input.text(DocumentVariables.NUMBER.name()),
                input.date(DocumentVariables.DATE.name()),
                despiteBlanks);
    }
}
