package org.mentoringroadmap.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.document.draft.Drafts;
import org.springframework.stereotype.Component;

/** Makes a programme card for every chosen form of mentoring. */
@Component("prepareProgrammeCards")
class PrepareProgrammeCards implements JavaDelegate {
    private final Drafts drafts;

    PrepareProgrammeCards(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.prepareCards(Long.valueOf(execution.getProcessBusinessKey()));
    }
}
