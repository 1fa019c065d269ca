package org.mentoringroadmap.roadmap;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What one model needs of others. */
public final class ModelReferences {
    private ModelReferences() {}

    /** Ids of the processes that a model calls; a call whose target is computed names none. */
    public static Stream<String> called(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .filter(Objects::nonNull)
                .filter(key -> !ModelProperties.isExpression(key))
                .distinct();
    }

    /** Whether a process of the model is a roadmap: it calls stages. */
    public static boolean isRoadmap(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .anyMatch(call -> ModelProperties.of(call).containsKey(ModelProperties.STAGE));
    }

    /** Whether a process gives its tasks to whoever answers for the row that calls it. */
    public static boolean isBlock(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(task -> ModelProperties.attribute(task, "candidateGroups"))
                .anyMatch("${responsible}"::equals);
    }

    /** Whether a message from outside starts a process of the model. */
    public static boolean startsByMessage(BpmnModelInstance model) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .anyMatch(start ->
                        start.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance));
    }
}
