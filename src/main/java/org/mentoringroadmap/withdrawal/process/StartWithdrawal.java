package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/** Marks the withdrawal as looked after when its process starts; a start for an unknown or a known one leaves nothing. */
@Component("startWithdrawal")
class StartWithdrawal implements ExecutionListener {
    private final Withdrawals withdrawals;

    StartWithdrawal(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = WithdrawalVariables.programme(execution);
        Long consentId = WithdrawalVariables.consent(execution);
        Withdrawals.Started started = withdrawals.start(programmeId, execution.getTenantId(), consentId);
        BlockVariables.PROGRAMME_ID.to(execution::setVariable, String.valueOf(programmeId));
        WithdrawalVariables.CONSENT_ID.to(execution::setVariable, String.valueOf(consentId));
        WithdrawalVariables.PARTICIPANT_ID.to(execution::setVariable, String.valueOf(started.participantId()));
        BlockVariables.TITLE.to(execution::setVariable, started.title());
        WithdrawalVariables.PAIRS_OPEN.to(execution::setVariable, String.valueOf(started.pairsOpen()));
        WithdrawalVariables.PUBLISHED.to(execution::setVariable, String.valueOf(started.published()));
        WithdrawalVariables.ERASURE_NEEDED.to(execution::setVariable, String.valueOf(started.erase()));
        BlockVariables.START.to(execution::setVariable, started.start().toString());
        BlockVariables.DUE.to(execution::setVariable, started.due().toString());
        WithdrawalVariables.ERASURE_DUE.to(
                execution::setVariable, started.eraseDue().toString());
    }
}
