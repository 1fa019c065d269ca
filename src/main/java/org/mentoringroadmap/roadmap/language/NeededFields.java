package org.mentoringroadmap.roadmap.language;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * What the tasks of models cannot do without: the fields of a form that a listener of ours refuses to go on without. By the
 * listeners, not by an earlier form: a form that nobody had before is looked at too.
 */
public final class NeededFields {
    private static final String DONE = "done";
    private static final String EARLIER = "earlier";
    private static final String NOT_HELD = "not-held";
    private static final Set<String> ALL_OUTCOMES = Set.of(DONE, EARLIER, NOT_HELD);
    private static final Set<String> FLAGS = Set.of("true", "false");

    /** What somebody who chooses this must give too. */
    private static final Map<String, Set<String>> OF_AN_OUTCOME = Map.of(
            DONE, Set.of(OutcomeFields.DATE),
            EARLIER, Set.of(OutcomeFields.DATE, OutcomeFields.NUMBER),
            NOT_HELD, Set.of(OutcomeFields.NOTE));

    /** Listeners that know the day of what is done. */
    private static final Set<String> DATED_BY_THEMSELVES = Set.of("recordFormsChoice", "submitDraft");

    /** Listeners that take an outcome with all that belongs to it. */
    private static final Set<String> TAKE_AN_OUTCOME = Set.of(
            "recordOutcome",
            "recordStep",
            "recordResult",
            "recordEventPlan",
            "recordEventReport",
            "recordFormsChoice",
            "recordPart",
            "recordTime",
            "submitDraft");

    /** What else a listener needs. */
    private static final Map<String, Set<String>> OF_LISTENERS = Map.ofEntries(
            entry("recordEventPlan", Set.of("eventDate", "place")),
            entry("recordFormsChoice", Set.of("mentoringForms")),
            entry("recordTime", Set.of("again")),
            entry("recordMeeting", Set.of(OutcomeFields.OUTCOME, OutcomeFields.DATE, "nextMeeting")),
            entry("recordSupport", Set.of(OutcomeFields.OUTCOME)),
            entry("recordUnpublished", Set.of(OutcomeFields.OUTCOME, OutcomeFields.DATE)),
            entry("decideDocument", Set.of("decision", "comment")),
            entry("registerDocument", Set.of(OutcomeFields.NUMBER, OutcomeFields.DATE)),
            entry("recordMadeKnown", Set.of("acknowledged", OutcomeFields.DATE)),
            entry("decideErasure", Set.of("erasure", OutcomeFields.NOTE)),
            entry("startProgramme", Set.of("schoolYear")));

    /** What a choice may say: other words are refused when the task is completed, and nobody could choose others. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            OutcomeFields.OUTCOME,
            ALL_OUTCOMES,
            "decision",
            Set.of("approve", "return"),
            "way",
            Set.of("people", "paper"),
            "again",
            FLAGS,
            "nextMeeting",
            Set.of("regular", "final"),
            "erasure",
            Set.of("anonymise", "keep"),
            "others",
            Set.of("leave", "finished", "continue"),
            "mentoringForms",
            Set.of(
                    "pupil-pupil",
                    "teacher-teacher",
                    "teacher-pupil",
                    "employer-student",
                    "employer-pupil",
                    "student-pupil",
                    "student-student"));

    private NeededFields() {}

    /**
     * The fields that the listeners of models need in a form.
     *
     * @param models all that may show it
     * @param outcomes which outcomes it lets choose
     */
    public static Set<String> byListeners(Stream<BpmnModelInstance> models, String form, Set<String> outcomes) {
        return with(models, form)
                .flatMap(element -> byListeners(element, outcomes).stream())
                .collect(Collectors.toSet());
    }

    /** The fields of a form that tasks of models name in their properties as such that must be given. */
    public static Set<String> declared(Stream<BpmnModelInstance> models, String form) {
        return with(models, form).flatMap(element -> declared(element).stream()).collect(Collectors.toSet());
    }

    private static Stream<FlowNode> with(Stream<BpmnModelInstance> models, String form) {
        return models.flatMap(model -> Stream.<FlowNode>concat(
                        model.getModelElementsByType(UserTask.class).stream(),
                        model.getModelElementsByType(StartEvent.class).stream()))
                .filter(element -> form.equals(ModelProperties.attribute(element, "formRef")));
    }

    /**
     * The fields that the listeners of a task or start need.
     *
     * @param outcomes which outcomes its form lets choose
     */
    public static Set<String> byListeners(FlowNode element, Set<String> outcomes) {
        Set<String> needed = new HashSet<>();
        Stream.of("taskListener", "executionListener")
                .flatMap(kind -> ModelProperties.extensions(element, kind).stream())
                .flatMap(listener -> Expressions.bean(listener.getAttribute("delegateExpression")).stream())
                .forEach(bean -> {
                    needed.addAll(OF_LISTENERS.getOrDefault(bean, Set.of()));
                    if (TAKE_AN_OUTCOME.contains(bean)) {
                        needed.add(OutcomeFields.OUTCOME);
                        outcomes.stream()
                                .filter(outcome -> !outcome.equals(DONE) || !DATED_BY_THEMSELVES.contains(bean))
                                .forEach(outcome -> needed.addAll(OF_AN_OUTCOME.getOrDefault(outcome, Set.of())));
                    }
                });
        return needed;
    }

    private static List<String> declared(FlowNode element) {
        try {
            StepFields fields = StepFields.parse(
                    name -> Optional.ofNullable(ModelProperties.of(element).get(name)));
            return Stream.concat(
                            Stream.concat(fields.figures().stream(), fields.texts().stream())
                                    .filter(field -> !field.optional())
                                    .map(StepFields.Field::name),
                            fields.needs().stream())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(); // said by another rule
        }
    }

    /** What a field of this name may say, where the application knows only some words; by the name of the field. */
    public static Map<String, Set<String>> words() {
        return WORDS;
    }
}
