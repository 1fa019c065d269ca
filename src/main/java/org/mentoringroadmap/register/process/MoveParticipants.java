package org.mentoringroadmap.register.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.participant.ParticipantProgress;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/** Says in the registers with what those have finished of whom nobody has said it one by one. */
@Component("moveParticipants")
class MoveParticipants implements TaskListener {
    private static final Map<String, ParticipantStatus> STATUSES =
            Map.of("finished", ParticipantStatus.FINISHED, "continue", ParticipantStatus.CONTINUES);

    private final ParticipantProgress progress;

    MoveParticipants(ParticipantProgress progress) {
        this.progress = progress;
    }

    @Override
    public void notify(DelegateTask task) {
        Object others = task.getVariable(RegisterVariables.OTHERS.name());
        task.removeVariable(RegisterVariables.OTHERS.name());
        if ("done".equals(task.getVariable(OutcomeFields.OUTCOME)) && STATUSES.containsKey(String.valueOf(others))) {
            progress.conclude(
                    Long.valueOf(task.getExecution().getProcessBusinessKey()), STATUSES.get(String.valueOf(others)));
        }
    }
}
