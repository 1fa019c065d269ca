package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/** The task to end the pair is done when the pair has ended, not when somebody says so. */
@Component("checkPairsEnded")
class CheckPairsEnded implements TaskListener {
    private final Withdrawals withdrawals;

    CheckPairsEnded(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void notify(DelegateTask task) {
        withdrawals.requirePairsEnded(WithdrawalVariables.consent(task.getExecution()));
    }
}
