package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** Every model and form that ships keeps the conventions, checked together as they are deployed together. */
class ModelConventionsTest {

    private static final Map<Class<? extends FlowElement>, String> PREFIXES = prefixes();

    /** In points of the drawing. */
    private static final double SLACK = 3;

    /** Names that the application offers to models: an API, since running instances of last month use them. */
    static final KnownNames APPLICATION = new KnownNames(
            Set.of(
                    "anonymisePerson",
                    "beginCampaign",
                    "beginInterviews",
                    "cancelDocument",
                    "cancelOrderAmendment",
                    "carryOverSearch",
                    "checkPairsEnded",
                    "closeMentorshipWithYear",
                    "closeMentorships",
                    "completeMentorship",
                    "completeProgramme",
                    "confirmTerms",
                    "countAnswers",
                    "countMatching",
                    "countOutcomes",
                    "countRegister",
                    "decideDocument",
                    "decideErasure",
                    "decidePairs",
                    "decideProposal",
                    "endCampaign",
                    "endCompleteRegister",
                    "endDutiesTask",
                    "endMentorship",
                    "generateDraft",
                    "generateJuryProtocol",
                    "generateProtocol",
                    "generateReport",
                    "lookForAnswers",
                    "lookForMentor",
                    "lookUpCollectors",
                    "lookUpClosing",
                    "lookUpMadeKnown",
                    "lookUpMeeting",
                    "lookUpOutcome",
                    "lookUpPairs",
                    "lookUpPassedTerms",
                    "mentorTasks",
                    "moveParticipants",
                    "nextControlPoint",
                    "nextTime",
                    "offerToRole",
                    "prepareBlank",
                    "prepareCertificates",
                    "prepareConsentForms",
                    "prepareLetters",
                    "preparePlans",
                    "prepareProgrammeCards",
                    "proposePairs",
                    "recordAnswers",
                    "recordClassChecklist",
                    "recordDuties",
                    "recordEventPlan",
                    "recordEventReport",
                    "recordFormsChoice",
                    "recordMadeKnown",
                    "recordMeeting",
                    "recordMeetingsWatch",
                    "nameDraftTask",
                    "recordNoPairs",
                    "recordOpenMentorships",
                    "recordOutcome",
                    "recordPart",
                    "recordResult",
                    "recordStep",
                    "recordSupport",
                    "recordTime",
                    "recordUnpublished",
                    "registerDocument",
                    "remindOfSearch",
                    "requireHelpConsents",
                    "roleMembers",
                    "startConsentRenewal",
                    "startMentorship",
                    "startMentorships",
                    "startOrderAmendment",
                    "startProgramme",
                    "startSearch",
                    "startSearches",
                    "startWithdrawal",
                    "submitDraft",
                    "suggestNumber",
                    "sumUpParts",
                    "sweepDeadlines",
                    "takeDefaults",
                    "takeFeedback",
                    "takeInterviews",
                    "takeMeasured"),
            Set.of(),
            Set.of(),
            Set.of(
                    "administrator",
                    "class-teacher",
                    "curator",
                    "deputy",
                    "director",
                    "mentor",
                    "psychologist",
                    "secretary",
                    "site-editor",
                    "social-worker",
                    "teacher"),
            Set.of(
                    "/tasks/activity",
                    "/tasks/classes",
                    "/tasks/consent-renewal",
                    "/tasks/consents",
                    "/tasks/duties",
                    "/tasks/matching",
                    "/tasks/meetings",
                    "/tasks/pairs",
                    "/tasks/proposal",
                    "/tasks/register",
                    "/tasks/terms"));

    @Test
    void everyModelAndFormKeepsTheConventions() {
        List<ModelFile> files = Stream.of("processes", "forms")
                .flatMap(ModelConventionsTest::files)
                .toList();

        assertThat(new ModelChecker().check(files, APPLICATION).stream().map(ModelProblem::text))
                .isEmpty();
    }

    /**
     * Modeler's own ids are left to schools. In what ships an id is {@code <Type>_<BusinessWords>}, the words in English and
     * PascalCase: tests, logs and the application itself name elements by it. A sequence flow is {@code Flow_} and anything.
     */
    @Test
    void elementsAreNamedByWhatTheyAreAndMean() {
        for (ModelFile file :
                files("processes").filter(file -> FileNames.isBpmn(file.name())).toList()) {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            assertThat(model.getModelElementsByType(FlowElement.class))
                    .as(file.name())
                    .filteredOn(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                    .allSatisfy(element -> assertThat(element.getId()).matches(pattern(element)));
        }
    }

    /** Modeler keeps arrows at their elements; whoever moves an element in the text has to move their ends. */
    @Test
    void everyArrowBeginsAndEndsAtItsElements() {
        for (ModelFile file :
                files("processes").filter(file -> FileNames.isBpmn(file.name())).toList()) {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            assertThat(model.getModelElementsByType(SequenceFlow.class))
                    .as(file.name())
                    .allSatisfy(flow -> {
                        List<Waypoint> way =
                                List.copyOf(flow.getDiagramElement().getWaypoints());
                        assertThat(touches(way.get(0), flow.getSource())).isTrue();
                        assertThat(touches(way.get(way.size() - 1), flow.getTarget()))
                                .isTrue();
                    });
        }
    }

    private static boolean touches(Waypoint point, FlowNode node) {
        Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        double beyondX = Math.abs(point.getX() - bounds.getX() - bounds.getWidth() / 2) - bounds.getWidth() / 2;
        double beyondY = Math.abs(point.getY() - bounds.getY() - bounds.getHeight() / 2) - bounds.getHeight() / 2;
        return Math.abs(Math.max(beyondX, beyondY)) <= SLACK;
    }

    private static String pattern(FlowElement element) {
        String types = PREFIXES.entrySet().stream()
                .filter(prefix -> prefix.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        return "(" + types + ")_" + (element instanceof SequenceFlow ? ".+" : "[A-Z][A-Za-z0-9]*");
    }

    /** Narrow types first. */
    private static Map<Class<? extends FlowElement>, String> prefixes() {
        Map<Class<? extends FlowElement>, String> prefixes = new LinkedHashMap<>();
        prefixes.put(SequenceFlow.class, "Flow");
        prefixes.put(StartEvent.class, "Start");
        prefixes.put(EndEvent.class, "End");
        prefixes.put(BoundaryEvent.class, "Event|Boundary");
        prefixes.put(Event.class, "Event");
        prefixes.put(ServiceTask.class, "Service");
        prefixes.put(Task.class, "Task");
        prefixes.put(CallActivity.class, "Activity|Stage");
        prefixes.put(SubProcess.class, "SubProcess|Block");
        prefixes.put(Gateway.class, "Gateway");
        return prefixes;
    }

    private static Stream<ModelFile> files(String folder) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .map(ModelConventionsTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Path path) {
        try {
            return new ModelFile(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
