package org.mentoringroadmap.assessment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.assessment.MeasuredTwice;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/**
 * The figures of a comparison come from what was measured, where the school has said so; what somebody has typed counts where
 * people were measured on paper without names. A task that says nothing about the way was completed by a form that did not
 * ask for it.
 */
@Component("takeMeasured")
class TakeMeasured implements TaskListener {
    private static final String WAY = "way";
    private static final String PEOPLE = "people";

    private final MeasuredTwice measured;

    TakeMeasured(MeasuredTwice measured) {
        this.measured = measured;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean people = new TaskInput(task::getVariable, task::removeVariable)
                .text(WAY)
                .filter(PEOPLE::equals)
                .isPresent();
        if (people && "done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            MeasuredTwice.Figures figures =
                    measured.of(Long.valueOf(task.getExecution().getProcessBusinessKey()));
            counted(task, "measuredBefore", figures.before());
            counted(task, "measuredAfter", figures.after());
            counted(task, "measuredTwice", figures.twice());
            counted(task, "improved", figures.better());
        }
    }
    /** In place of what somebody may have typed, of which nothing stays in the engine. */
    private static void counted(DelegateTask task, String figure, Integer count) {
        task.removeVariable(figure);
        task.setVariableLocal(figure, count);
    }
}
