package org.mentoringroadmap.register.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.register.OutcomeFigures;
import org.mentoringroadmap.register.RegisterGaps;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/**
 * Fills in with what the participants have finished the programme, where nobody has typed it and the register is kept here;
 * the listener behind it moves the figures into our tables like typed ones.
 */
@Component("countOutcomes")
class CountOutcomes implements TaskListener {
    private final RegisterGaps gaps;

    CountOutcomes(RegisterGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!"done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            return;
        }
        OutcomeFigures counted = gaps.outcomes(Long.valueOf(task.getExecution().getProcessBusinessKey()));
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("finished", counted.finished());
        figures.put("left", counted.left());
        figures.put("continuing", counted.continuing());
        figures.put("withoutResult", counted.withoutResult());
        if (counted.isKept() && figures.keySet().stream().allMatch(name -> isEmpty(task.getVariable(name)))) {
            figures.forEach(task::setVariableLocal);
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.toString().isBlank();
    }
}
