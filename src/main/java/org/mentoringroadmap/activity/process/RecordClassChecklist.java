package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.springframework.stereotype.Component;

/** Ends a checklist of classes; refuses while classes are missing. */
@Component("recordClassChecklist")
class RecordClassChecklist implements TaskListener {
    private final ClassChecklists checklists;

    RecordClassChecklist(ClassChecklists checklists) {
        this.checklists = checklists;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        OutcomeInput input = OutcomeInput.take(task.input());
        checklists.close(task.programmeId(), task.roadmapItem(), input);
        task.decide(input.outcome());
    }
}
