package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.mentorship.duty.Duties;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Keeps how many mentors have consented to their duties. How the activity itself has ended stays as it was decided. */
@Component("recordDuties")
class RecordDuties implements TaskListener {
    private final Duties duties;

    RecordDuties(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskInput input = new TaskInput(task::getVariable, task::removeVariable);
        String note = input.text(OutcomeFields.NOTE).orElse(null);
        OutcomeFields.ALL.forEach(input::take);
        BlockVariables.OUTCOME.to(
                task::setVariable,
                duties.record(
                                MentorshipVariables.programme(task.getExecution()),
                                BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                                task.getProcessInstanceId(),
                                task.getTaskDefinitionKey(),
                                note)
                        .id());
    }
}
