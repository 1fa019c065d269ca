package org.mentoringroadmap.consent.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.consent.ConsentRenewals;
import org.mentoringroadmap.programme.ProgrammeKey;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Gives the curator's task its term; a start for another school's programme leaves nothing. */
@Component("startConsentRenewal")
class StartConsentRenewal implements ExecutionListener {
    private final ConsentRenewals renewals;

    StartConsentRenewal(ConsentRenewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = ProgrammeKey.of(execution.getProcessBusinessKey());
        ConsentRenewals.Term term = renewals.term(programmeId, execution.getTenantId());
        BlockVariables.PROGRAMME_ID.to(execution::setVariable, String.valueOf(programmeId));
        BlockVariables.START.to(execution::setVariable, term.start().toString());
        BlockVariables.DUE.to(execution::setVariable, term.due().toString());
    }
}
