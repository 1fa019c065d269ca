package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/** The editor has taken down what was published, or there was nothing. */
@Component("recordUnpublished")
class RecordUnpublished implements TaskListener {
    private final Withdrawals withdrawals;

    RecordUnpublished(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void notify(DelegateTask task) {
        OutcomeInput outcome = OutcomeInput.take(new TaskInput(task::getVariable, task::removeVariable));
        withdrawals.unpublished(WithdrawalVariables.consent(task.getExecution()), outcome);
        BlockVariables.OUTCOME.to(task::setVariable, outcome.outcome().id());
    }
}
