package org.mentoringroadmap.matching.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.matching.run.MatchingFigures;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/**
 * Fills in the figures of the first pass that nobody has typed; the listener behind it moves them into our tables like
 * typed ones. Figures of a school that keeps its registers on paper stay as they were typed.
 */
@Component("countMatching")
class CountMatching implements TaskListener {
    private final MatchingFigures figures;

    CountMatching(MatchingFigures figures) {
        this.figures = figures;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!"done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            return;
        }
        Map<String, Integer> counted =
                figures.of(MatchingVariables.programme(task.getExecution()::getProcessBusinessKey));
        if (MatchingFigures.TYPED.stream().allMatch(name -> isEmpty(task.getVariable(name)))) {
            counted.forEach(task::setVariableLocal);
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.toString().isBlank();
    }
}
