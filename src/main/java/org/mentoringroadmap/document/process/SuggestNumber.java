package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.journal.Registration;
import org.springframework.stereotype.Component;

/** Puts the next free number into the form; it may be replaced. */
@Component("suggestNumber")
class SuggestNumber implements TaskListener {
    private final Registration registration;

    SuggestNumber(Registration registration) {
        this.registration = registration;
    }

    @Override
    public void notify(DelegateTask task) {
        Long documentId = DocumentVariables.DOCUMENT_ID.from(task::getVariable);
        DocumentVariables.NUMBER.to(task::setVariableLocal, registration.suggest(documentId));
    }
}
