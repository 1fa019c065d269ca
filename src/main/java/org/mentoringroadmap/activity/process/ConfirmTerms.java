package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/**
 * The terms of the year are confirmed as they stand now; what was decided about single ones has been recorded by the
 * page before. Nothing that was sent stays in the engine.
 */
@Component("confirmTerms")
class ConfirmTerms implements TaskListener {
    @Override
    public void notify(DelegateTask task) {
        TaskInput input = new TaskInput(task::getVariable, task::removeVariable);
        OutcomeFields.ALL.forEach(input::take);
    }
}
