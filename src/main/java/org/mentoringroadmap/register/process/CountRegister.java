package org.mentoringroadmap.register.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.register.RegisterFigures;
import org.mentoringroadmap.register.RegisterGaps;
import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.register.RegisterTasks;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/**
 * Fills in the figures of a register that nobody has typed; the listener behind it moves them into our tables like typed
 * ones. Figures of a register on paper stay as they were typed.
 */
@Component("countRegister")
class CountRegister implements TaskListener {
    private final RegisterGaps gaps;
    private final RegisterTasks registers;

    CountRegister(RegisterGaps gaps, RegisterTasks registers) {
        this.gaps = gaps;
        this.registers = registers;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!"done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            return;
        }
        Long programmeId = Long.valueOf(task.getExecution().getProcessBusinessKey());
        RegisterGroup group = RegisterVariables.group(task::getVariable);
        String page = RegisterVariables.page(task::getVariable);
        RegisterFigures counted = gaps.figures(programmeId, group);
        Map<String, Object> fields = RegisterTasks.fields(page, counted);
        if (fields.keySet().stream().allMatch(name -> isEmpty(task.getVariable(name)))) {
            fields.forEach(task::setVariableLocal);
        }
        if (page.equals(RegisterTasks.REGISTER)) {
            registers.formed(programmeId, group);
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.toString().isBlank();
    }
}
