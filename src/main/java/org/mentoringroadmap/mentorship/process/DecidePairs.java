package org.mentoringroadmap.mentorship.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.duty.Duties;
import org.mentoringroadmap.mentorship.lifecycle.FormationDecisions;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Makes the pairs and groups that were decided. */
@Component("decidePairs")
class DecidePairs implements TaskListener {
    /** Field of the page: mentees whom a psychologist helps. */
    private static final String SUPPORT = "support";

    private final FormationDecisions decisions;
    private final Mentorships mentorships;
    private final Duties duties;

    DecidePairs(FormationDecisions decisions, Mentorships mentorships, Duties duties) {
        this.decisions = decisions;
        this.mentorships = mentorships;
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        Long programmeId = MentorshipVariables.programme(task.getExecution());
        TaskInput fields = new TaskInput(task::getVariable, task::removeVariable);
        List<Long> support = ids(fields.text(SUPPORT).orElse(""));
        StepInput input = StepInput.take(fields, MentorshipElementFields.of(task));
        decisions.decide(
                programmeId,
                BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                input,
                support);
        BlockVariables.OUTCOME.to(task::setVariable, input.outcome().outcome().id());
        MentorshipVariables.PAIRS_EXIST.to(task::setVariable, String.valueOf(mentorships.exist(programmeId)));
        MentorshipVariables.DUTIES_NEEDED.to(task::setVariable, String.valueOf(duties.needed(programmeId)));
    }

    /** Ids with commas between them; what is no id is nobody's. */
    private static List<Long> ids(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
