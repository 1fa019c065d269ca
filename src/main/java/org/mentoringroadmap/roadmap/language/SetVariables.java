package org.mentoringroadmap.roadmap.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;

/**
 * Which variables a model has when it runs: those that its services and listeners leave, what called processes hand back,
 * and what it writes itself. What a person types into a form is none of them: a listener takes it out of the engine.
 */
public final class SetVariables {
    private static final List<String> YEARS = List.of("firstYear", "secondYear");

    /** What each service and listener leaves, by its name in models; those that leave nothing are not here. */
    private static final Map<String, Set<String>> LEFT_BY = leftBy();

    /** The listener that gives a block its parameters. */
    private static final Optional<String> TAKES = Optional.of("takeDefaults");

    private SetVariables() {}

    /** Names of the variables that the model has without anybody handing them in. */
    public static Set<String> of(BpmnModelInstance model) {
        Set<String> names = new HashSet<>();
        beans(model).forEach(bean -> names.addAll(LEFT_BY.getOrDefault(bean, Set.of())));
        for (BaseElement element : FlowGraph.everywhere(model, BaseElement.class)) {
            ModelProperties.extensions(element, "out").forEach(out -> names.add(out.getAttribute("target")));
            for (DomElement mapping : ModelProperties.extensions(element, "inputOutput")) {
                mapping.getChildElements().forEach(parameter -> names.add(parameter.getAttribute("name")));
            }
            if (element instanceof StartEvent start
                    && expressions(start).map(Expressions::bean).anyMatch(TAKES::equals)) {
                names.addAll(ModelProperties.parameters(start).keySet());
            }
            if (element instanceof MultiInstanceLoopCharacteristics) {
                names.add(ModelProperties.attribute(element, "elementVariable"));
                names.addAll(List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"));
            }
        }
        names.remove(null);
        return names;
    }

    /** What a service or listener leaves. */
    public static Set<String> leftBy(String bean) {
        return LEFT_BY.getOrDefault(bean, Set.of());
    }

    /** Names of the services and listeners of a model. */
    public static Stream<String> beans(BpmnModelInstance model) {
        return calls(model).flatMap(Optional::stream);
    }

    /** The same with an empty place for each that is not readable. */
    public static Stream<Optional<String>> calls(BpmnModelInstance model) {
        return FlowGraph.everywhere(model, BaseElement.class).stream()
                .flatMap(SetVariables::expressions)
                .map(Expressions::bean);
    }

    private static Stream<String> expressions(BaseElement element) {
        Stream<String> listeners = Stream.of("executionListener", "taskListener")
                .flatMap(kind -> ModelProperties.extensions(element, kind).stream())
                .map(listener -> listener.getAttribute("delegateExpression"));
        return element instanceof ServiceTask
                ? Stream.concat(
                        listeners,
                        Stream.of(element).map(service -> ModelProperties.attribute(service, "delegateExpression")))
                : listeners;
    }

    private static Map<String, Set<String>> leftBy() {
        Map<String, Set<String>> left = new HashMap<>();
        for (String bean : List.of(
                "recordClassChecklist",
                "recordEventPlan",
                "recordEventReport",
                "recordFormsChoice",
                "recordMeetingsWatch",
                "recordOutcome",
                "recordResult",
                "recordStep",
                "recordSupport",
                "recordUnpublished")) {
            left.put(bean, Set.of("outcome"));
        }
        for (String bean : List.of("generateDraft", "generateJuryProtocol", "generateProtocol", "generateReport")) {
            left.put(bean, Set.of("documentId"));
        }
        Set<String> time = Set.of("pointNumber", "timesLeft", "timeName", "timeStart", "timeDue");
        left.put("nextTime", time);
        left.put("nextControlPoint", both(List.copyOf(time), "controlPoint"));
        left.put("recordTime", Set.of("outcome", "another"));
        left.put("sumUpParts", Set.of("outcome"));
        left.put("beginCampaign", Set.of("asked"));
        left.put("beginInterviews", Set.of("asked"));
        left.put("recordAnswers", Set.of("outcome"));
        left.put("lookUpCollectors", Set.of("collectors"));
        left.put("decideDocument", Set.of("decision", "outcome"));
        left.put("decideErasure", Set.of("erasure"));
        left.put("decidePairs", Set.of("outcome", "pairsExist", "dutiesNeeded"));
        left.put("decideProposal", Set.of("proposalAccepted"));
        left.put("lookForMentor", Set.of("proposed", "proposalStart", "proposalDue"));
        left.put("lookUpClosing", Set.of("closing", "closingItem"));
        left.put("lookUpMadeKnown", Set.of("notMadeKnown"));
        left.put("lookUpMeeting", Set.of("meetingState", "start", "due", "nextMeeting"));
        left.put("lookUpOutcome", Set.of("closed", "outcome"));
        left.put("lookUpPairs", Set.of("pairsExist"));
        left.put("lookUpPassedTerms", Set.of("termsPassed", "start", "due"));
        left.put("recordDuties", Set.of("outcome"));
        left.put("recordMeeting", Set.of("outcome", "nextMeeting"));
        left.put("startConsentRenewal", Set.of("programmeId", "start", "due"));
        left.put("startMentorship", both(YEARS, "programmeId", "pairId", "title"));
        left.put("startProgramme", both(YEARS, "schoolYear"));
        left.put("startSearch", Set.of("programmeId", "searchId", "title", "supportNeeded", "start", "due"));
        left.put(
                "startWithdrawal",
                Set.of(
                        "programmeId",
                        "consentId",
                        "participantId",
                        "title",
                        "pairsOpen",
                        "published",
                        "erasureNeeded",
                        "erasureDue",
                        "start",
                        "due"));
        left.put("submitDraft", Set.of("outcome", "approvedOnSubmit", "printable"));
        return Map.copyOf(left);
    }

    private static Set<String> both(List<String> some, String... others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(others));
        return Set.copyOf(all);
    }
}
