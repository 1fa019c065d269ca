package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.withdrawal.Erasure;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/** The curator decides about the data; the ground to keep them goes to our tables. */
@Component("decideErasure")
class DecideErasure implements TaskListener {
    private static final String REASON = "note";

    private final Withdrawals withdrawals;

    DecideErasure(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskInput input = new TaskInput(task::getVariable, task::removeVariable);
        Erasure decision =
                Erasure.parse(input.text(WithdrawalVariables.ERASURE.name()).orElse(null));
        String reason = input.text(REASON).orElse(null);
        withdrawals.decide(WithdrawalVariables.consent(task.getExecution()), decision, reason);
        WithdrawalVariables.ERASURE.to(task.getExecution()::setVariable, decision.id());
    }
}
