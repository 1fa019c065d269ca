package org.mentoringroadmap.activity.process;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Moves the choice of mentoring forms from its task into our tables. */
@Component("recordFormsChoice")
class RecordFormsChoice implements TaskListener {
    private static final Pattern ID = Pattern.compile("[^\\s,\\[\\]\"]+");

    private final FormsChoice choice;

    RecordFormsChoice(FormsChoice choice) {
        this.choice = choice;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        OutcomeInput input = OutcomeInput.take(task.input());
        choice.choose(task.programmeId(), task.roadmapItem(), input, forms(task.input()));
        task.decide(input.outcome());
    }

    /** Tasklist sends a JSON list, a script a list or a text with commas; written out, all have the same ids. */
    private static Set<MentoringForm> forms(TaskInput input) {
        String ids = input.text(ActivityVariables.MENTORING_FORMS).orElse("");
        return ID.matcher(ids)
                .results()
                .map(MatchResult::group)
                .map(MentoringForm::parse)
                .collect(Collectors.toSet());
    }
}
