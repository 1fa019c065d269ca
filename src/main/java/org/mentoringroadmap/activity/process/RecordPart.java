package org.mentoringroadmap.activity.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Keeps what one of those says of whom all an activity is asked: one member of a role, or one pair. */
@Component("recordPart")
class RecordPart implements TaskListener {
    private final Steps steps;

    RecordPart(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask delegate) {
        ActivityTask task = new ActivityTask(delegate);
        StepInput said = StepInput.take(task.input(), task.stepFields());
        String whose = Stream.of(ActivityVariables.MEMBER_ID.name(), BlockVariables.PAIR_ID.name())
                .map(delegate::getVariable)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
        steps.part(task.programmeId(), task.roadmapItem(), task.instanceId(), task.step() + "-" + whose, said);
    }
}
