package org.mentoringroadmap.mentorship.process;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;

/** What a model writes on its elements. */
final class MentorshipElementFields {
    private MentorshipElementFields() {}

    /** Fields that a task asks for beside its outcome. */
    static StepFields of(DelegateTask task) {
        BaseElement element = task.getBpmnModelElementInstance();
        Map<String, String> properties = ModelProperties.of(element);
        return StepFields.parse(((Function<String, String>) properties::get).andThen(java.util.Optional::ofNullable));
    }
}
