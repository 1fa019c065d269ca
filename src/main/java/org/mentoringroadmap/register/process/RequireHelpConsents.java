package org.mentoringroadmap.register.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.register.PsychologistGate;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/**
 * Lets nobody assess more people than may be assessed: minors only by the consent to the psychologist's help. A figure that
 * is none is refused by the listener that records it.
 */
@Component("requireHelpConsents")
class RequireHelpConsents implements TaskListener {
    /** What the psychologist measures before the pairs meet. */
    private static final String ASSESSMENT = "entry-assessment";

    private static final String MEASURED = "invited";

    private final PsychologistGate gate;

    RequireHelpConsents(PsychologistGate gate) {
        this.gate = gate;
    }

    @Override
    public void notify(DelegateTask task) {
        Object measured = task.getVariable(MEASURED);
        if (!"done".equals(task.getVariable(OutcomeFields.OUTCOME))
                || BlockVariables.QUESTIONNAIRE
                        .find(task::getVariable)
                        .filter(ASSESSMENT::equals)
                        .isEmpty()
                || measured == null
                || !measured.toString().matches("\\d{1,7}(\\.0+)?")) {
            return;
        }
        gate.requireRoomFor(
                Long.valueOf(task.getExecution().getProcessBusinessKey()),
                Integer.parseInt(measured.toString().replaceFirst("\\..*", "")));
    }
}
