package org.mentoringroadmap.roadmap;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * What the tasks of models take from a form: the fields of an outcome, the figures and texts that the model declares, and
 * those that services of ours read. Whatever else a form asked for would lie in the engine, where nobody looks for it.
 */
public final class TakenFields {
    private static final Set<String> OF_SERVICES = Set.of(
            "acknowledged",
            "again",
            "agenda",
            "begins",
            "came",
            "comment",
            "decision",
            "decisions",
            "despiteBlanks",
            "erasure",
            "eventDate",
            "invited",
            "mentoringForms",
            "nextMeeting",
            "others",
            "place",
            "readVersion",
            "schoolYear",
            "way");

    private TakenFields() {}

    /** Names of the fields that a model's tasks and starts with this form take; empty where it has none. */
    public static Optional<Set<String>> of(BpmnModelInstance model, String form) {
        return Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream(),
                        model.getModelElementsByType(StartEvent.class).stream())
                .filter(element -> form.equals(ModelProperties.attribute(element, "formRef")))
                .map(TakenFields::taken)
                .reduce(TakenFields::both);
    }

    /** Both sets together. */
    public static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> taken(FlowNode element) {
        Set<String> taken = both(OF_SERVICES, Set.copyOf(OutcomeFields.ALL));
        try {
            taken.addAll(StepFields.parse(name ->
                            Optional.ofNullable(ModelProperties.of(element).get(name)))
                    .names());
        } catch (IllegalArgumentException e) {
            return taken; // said by another rule
        }
        return taken;
    }
}
