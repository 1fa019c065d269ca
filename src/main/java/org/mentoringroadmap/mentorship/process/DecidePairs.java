package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.PairDecisions;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Makes the pairs and groups that were decided. */
@Component("decidePairs")
class DecidePairs implements TaskListener {
    private final PairDecisions decisions;
    private final Mentorships mentorships;

    DecidePairs(PairDecisions decisions, Mentorships mentorships) {
        this.decisions = decisions;
        this.mentorships = mentorships;
    }

    @Override
    public void notify(DelegateTask task) {
        Long programmeId = MentorshipVariables.programme(task.getExecution());
        StepInput input = StepInput.take(new TaskInput(task::getVariable, task::removeVariable), Fields.of(task));
        decisions.decide(
                programmeId,
                MentorshipVariables.ROADMAP_ITEM.from(task::getVariable),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                input);
        MentorshipVariables.OUTCOME.to(
                task::setVariable, input.outcome().outcome().id());
        MentorshipVariables.PAIRS_EXIST.to(task::setVariable, String.valueOf(mentorships.exist(programmeId)));
    }
}
