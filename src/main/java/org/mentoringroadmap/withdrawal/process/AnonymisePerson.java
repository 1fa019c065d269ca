package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/** Takes away everything that tells who the person was. */
@Component("anonymisePerson")
class AnonymisePerson implements JavaDelegate {
    private final Withdrawals withdrawals;

    AnonymisePerson(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.anonymise(WithdrawalVariables.consent(execution));
    }
}
