package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** Stage 1, started by the master as in real life. */
@Covers("target-model-1-conditions")
class TargetModelConditionsProcessTest extends ProcessTestCase {
    private static final String STAGE = "target-model-1-conditions";
    private static final String CHOOSE = "Task_ChooseForms";
    private static final Set<String> ITEMS = Set.of(
            "000-1.1.1",
            "000-1.2.1",
            "000-1.2.2",
            "000-1.2.3",
            "000-1.2.4",
            "000-1.2.5",
            "000-1.2.6",
            "000-1.3.1",
            "000-1.3.2",
            "000-1.3.3",
            "000-1.3.4",
            "000-1.4.1",
            "000-1.4.2a",
            "000-1.4.2b",
            "000-1.4.3");

    @Autowired
    private ClassChecklists checklists;

    @Autowired
    private Documents documents;

    @Autowired
    private FormsChoice choice;

    /** Of the other stages as well, which begin with the year: each of these rows waits for nothing. */
    @Test
    void everythingIndependentReachesItsPeopleAtOnce() {
        startRoadmap();

        Map<String, String> open = new TreeMap<>();
        for (Task task : school.tasks(key)) {
            open.put(school.item(task), task.getTaskDefinitionKey() + " " + new TreeSet<>(groups(task)));
        }
        assertThat(open)
                .containsExactly(
                        Map.entry("000-1.1.1", "Task_RecordOutcome [deputy]"),
                        Map.entry("000-1.2.1", "Task_PlanEvent [deputy]"),
                        Map.entry("000-1.2.2", "Task_CollectClasses [deputy]"),
                        Map.entry("000-1.2.3", "Task_PlanEvent [deputy]"),
                        Map.entry("000-1.2.4", "Task_CollectClasses [deputy]"),
                        Map.entry("000-1.2.5", "Task_RecordOutcome [site-editor]"),
                        Map.entry("000-1.2.6", "Task_RecordOutcome [curator]"),
                        Map.entry("000-1.3.1", "Task_CheckDraft [deputy]"),
                        Map.entry("000-1.3.2", "Task_CheckDraft [deputy]"),
                        Map.entry("000-1.3.3", "Task_CheckDraft [curator, deputy]"),
                        Map.entry("000-1.3.4", "Task_CheckDraft [deputy]"),
                        Map.entry("000-1.4.1", "Task_OpenCampaign [deputy]"),
                        Map.entry("000-2.1.1", "Task_OpenCampaign [curator]"),
                        Map.entry("000-2.1.2a", "Task_CollectConsents [curator, deputy]"),
                        Map.entry("000-2.1.2b", "Task_CollectConsents [curator]"),
                        Map.entry("000-2.1.3", "Task_OpenCampaign [curator]"),
                        Map.entry("000-2.1.4", "Task_OpenCampaign [deputy]"),
                        Map.entry("000-3.1.1", "Task_OpenCampaign [curator]"),
                        Map.entry("000-3.1.2", "Task_CollectConsents [curator]"),
                        Map.entry("000-3.1.3", "Task_PlanEvent [curator]"),
                        Map.entry("000-4.2.1", "Task_RecordOutcome [curator]"),
                        Map.entry("000-4.2.2", "Task_RecordOutcome [deputy]"),
                        Map.entry("000-7.2.3", "Task_PlanEvent [curator, deputy]"),
                        Map.entry("000-7.2.5", "Task_AnnounceContest [deputy]"));
    }

    @Test
    void fromTheFirstTaskToTheBankOfProgrammes() {
        Long first = school.addClass("5А");
        Long second = school.addClass("7Б");
        startRoadmap();

        done(Role.DEPUTY, "000-1.1.1");
        held(Role.DEPUTY, "000-1.2.1", true);
        for (String item : List.of("000-1.2.2", "000-1.2.4")) {
            tick(item, first);
            tick(item, second);
        }
        held(Role.DEPUTY, "000-1.2.3", false);
        done(Role.SITE_EDITOR, "000-1.2.5");
        done(Role.CURATOR, "000-1.2.6");
        int number = 0;
        for (String item : List.of("000-1.3.1", "000-1.3.2", "000-1.3.3", "000-1.3.4")) {
            step(Role.DEPUTY, item, Map.of("outcome", "done"));
            step(Role.DIRECTOR, item, Map.of("decision", "approve", "despiteBlanks", true));
            step(Role.SECRETARY, item, Map.of("number", ++number + "-ОД", "date", TODAY));
            step(Role.SECRETARY, item, Map.of("acknowledged", true, "date", TODAY));
        }
        step(Role.DEPUTY, "000-1.4.1", Map.of("outcome", "done", "date", TODAY, "way", "paper", "invited", 30));
        step(Role.DEPUTY, "000-1.4.1", Map.of("outcome", "done", "date", TODAY, "answered", 28));
        held(Role.DIRECTOR, "000-1.4.2a", true);
        assertThat(tasksOfTheStage()).extracting(Task::getTaskDefinitionKey).containsExactly(CHOOSE);
        complete(
                Role.CURATOR,
                CHOOSE,
                Map.of("outcome", "done", "mentoringForms", List.of("pupil-pupil", "teacher-teacher")));
        assertThat(choice.of(Long.valueOf(key)))
                .containsExactly(MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_TEACHER);
        assertThat(ofType(DocumentType.PROGRAMME_CARD)).hasSize(2);
        done(Role.CURATOR, "000-1.4.3");

        assertThat(outcomes.of(Long.valueOf(key)))
                .allSatisfy(record -> assertThat(record.outcome()).isEqualTo(Outcome.DONE))
                .extracting(this::itemOf)
                .containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(finishedItems()).containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(ofType(DocumentType.PROTOCOL)).hasSize(2);
        assertEndedAt("End_Conditions");
        assertThat(items()).isNotEmpty().noneMatch(ITEMS::contains);
    }

    @Test
    void everythingClosedAsNotHeld() {
        startRoadmap();

        closeAll(NOT_HELD);

        assertThat(outcomes.of(Long.valueOf(key)))
                .allSatisfy(record -> assertThat(record.outcome()).isEqualTo(Outcome.NOT_HELD))
                .extracting(this::itemOf)
                .containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(finishedItems()).containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(ofType(DocumentType.PROGRAMME_CARD)).isEmpty();
        assertEndedAt("End_Conditions");
    }

    @Test
    void everythingDoneEarlier() {
        startRoadmap();

        closeAll(EARLIER);

        assertThat(outcomes.of(Long.valueOf(key)))
                .allSatisfy(record -> assertThat(record.outcome()).isEqualTo(Outcome.EARLIER))
                .hasSize(ITEMS.size());
        assertEndedAt("End_Conditions");
    }

    @Test
    void theChoiceOfFormsFollowsRequestsAndMeeting() {
        startRoadmap();
        assertThat(items()).doesNotContain("000-1.4.2a");

        step(Role.DEPUTY, "000-1.4.1", NOT_HELD);
        assertThat(items()).contains("000-1.4.2a");
        assertThat(openTasks()).doesNotContain(CHOOSE);
        step(Role.DIRECTOR, "000-1.4.2a", NOT_HELD);

        assertThat(groups(task(CHOOSE))).containsExactlyInAnyOrder("deputy", "curator");
        refuses("activity.outcome", Role.DEPUTY, CHOOSE, Map.of());
        refuses("mentoring-form.none", Role.DEPUTY, CHOOSE, Map.of("outcome", "done"));
        refuses(
                "mentoring-form.unknown",
                Role.DEPUTY,
                CHOOSE,
                Map.of("outcome", "done", "mentoringForms", List.of("pupil-dog")));
        assertThat(outcomes.find(Long.valueOf(key), "000-1.4.2b")).isEmpty();
        assertThat(choice.of(Long.valueOf(key))).isEmpty();
        assertThat(items()).doesNotContain("000-1.4.3");

        complete(
                Role.DEPUTY,
                CHOOSE,
                Map.of(
                        "outcome",
                        "earlier",
                        "number",
                        "2-П",
                        "date",
                        "2025-05-30",
                        "mentoringForms",
                        List.of("teacher-pupil")));
        assertOutcome("000-1.4.2b", Outcome.EARLIER);
        assertThat(ofType(DocumentType.PROGRAMME_CARD)).hasSize(1);
        assertThat(items()).contains("000-1.4.3");
    }

    @Test
    void oneSlowActivityHoldsUpNoOther() {
        startRoadmap();

        while (school.tasks(key).size() > 1) {
            school.tasks(key).stream()
                    .filter(task -> !"000-1.2.5".equals(school.item(task)))
                    .forEach(task -> close(task, NOT_HELD));
        }
        assertThat(items()).containsExactly("000-1.2.5");
        assertThat(stage().getEndTime()).isNull();
        done(Role.SITE_EDITOR, "000-1.2.5");

        assertEndedAt("End_Conditions");
    }

    @Test
    void anEmptyStaffListLosesNoTask() {
        school = schools.create(Role.CURATOR);
        startRoadmap();

        for (Task task : school.tasks(key)) {
            assertThat(groups(task)).contains("curator");
        }
        while (stage().getEndTime() == null) {
            tasksOfTheStage().forEach(task -> school.complete(Role.CURATOR, task, NOT_HELD));
        }

        assertEndedAt("End_Conditions");
    }

    private void done(Role role, String item) {
        step(role, item, Map.of("outcome", "done", "date", TODAY));
    }

    private void step(Role role, String item, Map<String, Object> input) {
        school.complete(role, taskOf(item), input);
    }

    private void held(Role role, String item, boolean protocol) {
        step(role, item, Map.of("outcome", "done", "eventDate", TODAY, "place", "Актовый зал"));
        step(role, item, Map.of("outcome", "done", "date", TODAY));
        if (protocol) {
            step(role, item, Map.of("number", item, "date", TODAY, "despiteBlanks", true));
        }
    }

    private void tick(String item, Long classId) {
        school.as(Role.DEPUTY, () -> {
            checklists.tick(Long.valueOf(key), item, classId, day(TODAY), null);
            return null;
        });
        school.runJobs();
    }

    private void closeAll(Map<String, Object> way) {
        while (stage().getEndTime() == null) {
            tasksOfTheStage().forEach(task -> close(task, way));
        }
    }

    private List<Task> tasksOfTheStage() {
        return school.tasks(key).stream()
                .filter(task -> ITEMS.contains(school.item(task)))
                .toList();
    }

    private void close(Task task, Map<String, Object> way) {
        school.complete(roleFor(task), task, new HashMap<>(way));
    }

    private List<String> items() {
        return school.tasks(key).stream()
                .flatMap(task -> Stream.ofNullable((String) taskService.getVariable(task.getId(), "roadmapItem")))
                .toList();
    }

    private List<Document> ofType(DocumentType type) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(key))).stream()
                .filter(document -> document.type() == type)
                .toList();
    }

    private HistoricProcessInstance stage() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(STAGE)
                .singleResult();
    }

    private void assertEndedAt(String endEvent) {
        assertThat(stage().getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(stage().getId())
                        .activityId(endEvent)
                        .finished()
                        .count())
                .isOne();
    }

    /** What the history of the stage says was done, by the items that the model writes on its elements. */
    private List<String> finishedItems() {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(stage().getProcessDefinitionId());
        List<String> finished =
                history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(stage().getId())
                        .finished()
                        .list()
                        .stream()
                        .map(HistoricActivityInstance::getActivityId)
                        .toList();
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> finished.contains(node.getId()))
                .flatMap(TargetModelConditionsProcessTest::item)
                .toList();
    }

    private static Stream<String> item(BaseElement element) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> "roadmapItem".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue);
    }
}
