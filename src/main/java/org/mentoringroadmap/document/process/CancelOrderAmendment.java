package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.amendment.OrderAmendments;
import org.mentoringroadmap.programme.ProgrammeKey;
import org.springframework.stereotype.Component;

/** The year has ended around an amending order: what has no number is closed without approval. */
@Component("cancelOrderAmendment")
class CancelOrderAmendment implements JavaDelegate {
    private final OrderAmendments amendments;

    CancelOrderAmendment(OrderAmendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        amendments.cancel(ProgrammeKey.of(execution.getProcessBusinessKey()));
    }
}
