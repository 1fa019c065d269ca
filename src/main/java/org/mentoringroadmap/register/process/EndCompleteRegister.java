package org.mentoringroadmap.register.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.register.RegisterFigures;
import org.mentoringroadmap.register.RegisterGaps;
import org.mentoringroadmap.register.RegisterTasks;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * Ends a task of the registers as it comes up where nobody is missing by then. Otherwise, where the register is kept here, it
 * is looked at once more when it is in the database: a consent of this very moment has not seen the task either.
 */
@Component("endCompleteRegister")
class EndCompleteRegister implements TaskListener {
    private final RegisterGaps gaps;
    private final RegisterTasks registers;

    EndCompleteRegister(RegisterGaps gaps, RegisterTasks registers) {
        this.gaps = gaps;
        this.registers = registers;
    }

    @Override
    public void notify(DelegateTask task) {
        Long programmeId = Long.valueOf(task.getExecution().getProcessBusinessKey());
        RegisterFigures figures = gaps.figures(programmeId, RegisterVariables.group(task::getVariable));
        String item = BlockVariables.ROADMAP_ITEM.from(task::getVariable);
        if (registers.endsByItself(programmeId, item, figures)) {
            registers.done(RegisterVariables.page(task::getVariable), figures).forEach(task::setVariableLocal);
            task.complete();
        } else if (figures.isKept()) {
            registers.lookSoon(programmeId);
        }
    }
}
