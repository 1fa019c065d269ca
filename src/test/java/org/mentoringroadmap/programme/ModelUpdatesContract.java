package org.mentoringroadmap.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.programme.ModelUpdates.Reason;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** A year that runs takes newer models: what has begun goes over, or stays wholly as it was. */
abstract class ModelUpdatesContract {
    private static final String STAGE = "target-model-1-conditions";
    private static final String FILE = STAGE + ".bpmn";
    private static final String SITE = "Activity_PublishOnSite";
    private static final String TEMPLATES = "Activity_StudyTemplates";
    private static final Map<String, Object> NOT_HELD = Map.of("outcome", "not-held", "note", "по бумажной карте");

    @Autowired
    private TestSchools schools;

    @Autowired
    private ModelUpdates updates;

    @Autowired
    private Overview overview;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Terms terms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Documents documents;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;
    private Long year;

    @BeforeEach
    void aYear() {
        TestClock.moveTo(java.time.LocalDateTime.of(2025, 8, 20, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR);
        year = Long.valueOf(school.start("target-model", "2025-2026"));
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void openTasksTakeTheNewTitleTermAndRole() {
        deploy(FILE, renamed());

        ModelUpdates.Plan plan = apply();

        assertThat(plan.stays()).isEmpty();
        Task task = task(SITE);
        assertThat(task.getName()).isEqualTo("Рассказать на сайте");
        assertThat(task.getDueDate()).isEqualTo("2025-10-15T18:00:00");
        assertThat(groups(task)).containsExactly("deputy");
        assertThat(row(SITE).activity().item()).isEqualTo("000-1.2.9");
        assertThat(school.item(task)).isEqualTo("000-1.2.9");
        finish();
        assertThat(row(SITE).state()).isEqualTo(ProgressState.CLOSED);
        assertThat(row(SITE).outcome().outcome()).isEqualTo(Outcome.NOT_HELD);
    }

    @Test
    @Tag("long")
    void aTryChangesNothing() {
        Map<String, ActivityProgress> before = rows();
        String definition = definition();
        deploy(FILE, renamed());

        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));

        assertThat(plan.moves()).extracting(change -> change.any().elementId()).containsExactly(SITE);
        assertThat(rows()).isEqualTo(before);
        assertThat(definition()).isEqualTo(definition);
        assertThat(task(SITE).getName()).isEqualTo("Разместить информацию на сайте школы");
        assertThat(groups(task(SITE))).containsExactly("site-editor");
        assertThat(apply()).isEqualTo(plan);
    }

    @Test
    void exchangedNumbersMoveNothing() {
        complete(TEMPLATES);
        school.as(Role.CURATOR, () -> evidence.note(year, "000-1.2.5", "Заметка о сайте"));
        deploy(FILE, EditedModel.shipped(FILE).exchangeNumbers(SITE, TEMPLATES));

        apply();

        assertThat(row(TEMPLATES).activity().item()).isEqualTo("000-1.2.5");
        assertThat(row(TEMPLATES).outcome()).isNotNull();
        assertThat(row(TEMPLATES).evidence()).isEmpty();
        assertThat(row(SITE).activity().item()).isEqualTo("000-1.1.1");
        assertThat(row(SITE).outcome()).isNull();
        assertThat(row(SITE).evidence()).extracting("title").containsExactly("Заметка о сайте");
        assertThat(outcomes.find(year, "000-1.2.5")).isPresent();
        assertThat(outcomes.find(year, "000-1.1.1")).isEmpty();
        finish();
        assertThat(row(SITE).outcome()).isNotNull();
    }

    @Test
    @Tag("long")
    void whatHasEndedAndIsTakenOutStaysVisible() {
        school.as(Role.CURATOR, () -> evidence.note(year, "000-1.2.5", "Заметка о сайте"));
        complete(SITE);
        deploy(FILE, EditedModel.shipped(FILE).remove(SITE, false));

        ModelUpdates.Plan plan = apply();

        assertThat(plan.stays()).isEmpty();
        ActivityProgress removed = row(SITE);
        assertThat(removed.removed()).isTrue();
        assertThat(removed.activity().title()).isEqualTo("Разместить информацию на сайте школы");
        assertThat(removed.outcome().outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(removed.evidence()).hasSize(1);
        assertThat(outcomes.find(year, "000-1.2.5")).isPresent();
        assertThat(row(TEMPLATES).removed()).isFalse();
        assertThat(roadmapOnPaper())
                .as("what has ended stands in its stage with how it ended")
                .containsSubsequence("Разместить информацию на сайте школы (исключено из карты; не проводится)")
                .containsOnlyOnce("исключено из карты");
        finish();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(year.toString())
                        .processDefinitionKey(STAGE)
                        .finished()
                        .count())
                .as("the stage waits for what is left, and for no more")
                .isOne();
    }

    private String roadmapOnPaper() {
        Long id = drafts.generate(new DocumentRequest(DocumentType.ROADMAP, year, null, null, null, "paper"));
        byte[] docx = school.as(Role.CURATOR, () -> documents.file(id)).content();
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText().replace('\u00a0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("long")
    void theStageWaitsForEverythingThatIsLeft() {
        complete(SITE);
        deploy(FILE, EditedModel.shipped(FILE).remove(SITE, false));
        apply();
        List<String> group = List.of(
                "Activity_PedagogicalCouncil",
                "Activity_ParentMeetings",
                "Activity_StudentConference",
                "Activity_ClassHours");
        group.forEach(this::complete);
        school.runJobs();

        assertThat(rows().get(STAGE + "/Activity_InformPartners").state()).isEqualTo(ProgressState.OPEN);
        assertThat(runtime.createExecutionQuery()
                        .processInstanceBusinessKey(year.toString())
                        .processDefinitionKey(STAGE)
                        .activityId("Gateway_InformAudiencesJoin")
                        .count())
                .isEqualTo(4);
    }

    @Test
    @Tag("long")
    void whatIsOpenIsNotTakenOut() {
        Map<String, ActivityProgress> before = rows();
        deploy(FILE, EditedModel.shipped(FILE).remove(SITE, false).name(TEMPLATES, "Прочесть шаблоны"));

        refused(Reason.ACTIVITY_OPEN, "Разместить информацию на сайте школы");

        assertThat(rows()).isEqualTo(before);
        assertThat(task(SITE)).isNotNull();
        finish();
        assertThat(row(SITE).outcome()).isNotNull();
    }

    @Test
    @Tag("long")
    void anOpenActivityKeepsItsBlock() {
        Map<String, ActivityProgress> before = rows();
        deploy(FILE, EditedModel.shipped(FILE).call(SITE, "publication"));

        refused(Reason.BLOCK_CHANGED, "Разместить информацию на сайте школы");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatIsAddedAheadComes() {
        deploy(
                FILE,
                EditedModel.shipped(FILE)
                        .insertAfter(
                                "Activity_ChooseForms",
                                SITE,
                                "Activity_TellParents",
                                "Рассказать родителям о выборе",
                                "000-1.4.4"));

        ModelUpdates.Plan plan = apply();

        assertThat(plan.stays()).isEmpty();
        assertThat(row("Activity_TellParents").state()).isEqualTo(ProgressState.PLANNED);
        finish();
        assertThat(row("Activity_TellParents").outcome()).isNotNull();
    }

    @Test
    @Tag("long")
    void whatIsAddedWhereTheStageHasPassedIsRefused() {
        deploy(
                FILE,
                EditedModel.shipped(FILE)
                        .insertBetween(
                                "Gateway_InformAudiencesFork",
                                "Gateway_InformAudiencesJoin",
                                SITE,
                                "Activity_TellParents",
                                "Рассказать родителям",
                                "000-1.2.7"));

        refused(Reason.PASSED, "Рассказать родителям");

        assertThat(rows()).doesNotContainKey(STAGE + "/Activity_TellParents");
    }

    @Test
    @Tag("long")
    void aStageThatStandsBeforeItsFirstStepGoesOver() {
        TestSchool other = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR);
        year = Long.valueOf(startUntilTheStage(other));
        Job next = management.createJobQuery().processDefinitionKey(STAGE).list().stream()
                .filter(job -> isOfYear(job.getProcessInstanceId()))
                .findFirst()
                .orElse(null);
        deploy(FILE, renamed());
        assertThat(next).as("a stage before its first step").isNotNull();
        school = other;

        assertThat(apply().stays()).isEmpty();
        school.runJobs();

        assertThat(task(SITE).getName()).isEqualTo("Рассказать на сайте");
    }

    @Test
    void aStageWithAnIncidentGoesOverAndItsJobIsRepeated() {
        TestSchool other = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR);
        year = Long.valueOf(startUntilTheStage(other));
        Job failed = management.createJobQuery().processDefinitionKey(STAGE).list().stream()
                .filter(job -> isOfYear(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
        management.setJobRetries(failed.getId(), 0);
        deploy(FILE, renamed());
        school = other;

        assertThat(apply().stays()).isEmpty();

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(failed.getProcessInstanceId())
                        .list())
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.getProcessDefinitionId()).isEqualTo(definition()));
        management.setJobRetries(failed.getId(), 1);
        school.runJobs();
        assertThat(task(SITE).getName()).isEqualTo("Рассказать на сайте");
    }

    @Test
    @Tag("long")
    void aMovedTermStays() {
        school.as(Role.CURATOR, () -> terms.move(year, "000-1.2.5", LocalDate.of(2025, 12, 1), "сайт переделывают"));
        deploy(FILE, renamed());

        apply();

        assertThat(task(SITE).getDueDate()).isEqualTo("2025-12-01T18:00:00");
        assertThat(row(SITE).due()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(row(SITE).moved().plannedDue()).isEqualTo(LocalDate.of(2025, 9, 30));
    }

    @Test
    @Tag("long")
    void whoHasTakenATaskKeepsItIfTheNewRoleIsTheirsToo() {
        tasks.setAssignee(task(SITE).getId(), school.login(Role.DEPUTY));
        deploy(FILE, renamed());

        apply();

        assertThat(task(SITE).getAssignee()).isEqualTo(school.login(Role.DEPUTY));
        assertThat(groups(task(SITE))).containsExactly("deputy");
    }

    /** Otherwise it would wait for somebody who may no longer do it. */
    @Test
    void aTaskThatGoesToAnotherRoleIsFree() {
        tasks.setAssignee(task(SITE).getId(), school.login(Role.CURATOR));
        deploy(FILE, renamed());

        apply();

        assertThat(task(SITE).getAssignee()).isNull();
        assertThat(groups(task(SITE))).containsExactly("deputy");
    }

    @Test
    void aStageThatHasEndedStays() {
        finish();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(year.toString())
                        .processDefinitionKey(STAGE)
                        .count())
                .isZero();
        Map<String, ActivityProgress> before = rows();
        deploy(FILE, renamed());

        refused(Reason.STAGE_ENDED, "");

        assertThat(rows()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    @Tag("long")
    void aRoadmapTakesAStageThatComesLater() {
        deploy(
                "summer-school.bpmn",
                EditedModel.shipped("target-model-7-completion.bpmn")
                        .process("summer-school", "Этап 8. Летняя школа", "8"));
        deploy(
                "target-model.bpmn",
                EditedModel.shipped("target-model.bpmn")
                        .insertAfter(
                                "Activity_Conditions", "Activity_Mentees", "Activity_SummerSchool", "Летняя школа", "8")
                        .call("Activity_SummerSchool", "summer-school"));

        ModelUpdates.Plan plan = apply();

        assertThat(plan.stays()).isEmpty();
        assertThat(plan.moves()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.before()).isNull();
            assertThat(change.after().processId()).isEqualTo("summer-school");
        });
        assertThat(overview().stages())
                .extracting(stage -> stage.stage().number())
                .contains("8");
        finish();
        assertThat(overview().started()).isTrue();
    }

    @Test
    void aBlockThatHasBegunGoesOnByTheNewestModel() {
        deploy(
                "activity.bpmn",
                EditedModel.shipped("activity.bpmn")
                        .insertTask("Flow_ToEnd", "Task_RecordOutcome", "Task_TellSchool", "Рассказать об итоге"));

        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));

        assertThat(plan.ending()).isEmpty();
        assertThat(plan.going())
                .extracting(ModelUpdates.Begun::process, ModelUpdates.Begun::item, ModelUpdates.Begun::title)
                .contains(tuple("activity", "000-1.2.5", "Разместить информацию на сайте школы"));
        assertThat(apply()).isEqualTo(plan);
        complete(SITE);
        school.runJobs();
        assertThat(task(SITE).getName()).isEqualTo("Рассказать об итоге");
        assertThat(groups(task(SITE))).containsExactly("site-editor");
        assertThat(asModelAdministrator(() -> updates.plan(year)).begun()).isEmpty();
        tasks.complete(task(SITE).getId());
        school.runJobs();
        finish();
    }

    @Test
    @Tag("long")
    void whatABlockHasPassedIsNotSkippedInSilence() {
        deploy(
                "activity.bpmn",
                EditedModel.shipped("activity.bpmn")
                        .insertTask(
                                "Flow_ToRecordOutcome",
                                "Task_RecordOutcome",
                                "Task_Prepare",
                                "Подготовить мероприятие"));

        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));

        assertThat(plan.going()).isEmpty();
        assertThat(plan.ending())
                .filteredOn(begun -> begun.item().equals("000-1.2.5"))
                .singleElement()
                .satisfies(begun -> {
                    assertThat(begun.reason()).contains(Reason.PASSED);
                    assertThat(begun.element()).isEqualTo("Подготовить мероприятие");
                });
        assertThat(apply()).isEqualTo(plan);
        assertThat(apply().ending()).as("they are told for as long as they run").isEqualTo(plan.ending());
        finish();
        assertThat(row(SITE).outcome()).as("what has begun ends as it began").isNotNull();
    }

    /** One of the blocks has gone on to a step that the newest model does not have; the others are before it. */
    @Test
    void aBlockInTheWayHoldsNoOther() {
        deploy(
                "activity.bpmn",
                EditedModel.shipped("activity.bpmn")
                        .insertTask("Flow_ToEnd", "Task_RecordOutcome", "Task_TellSchool", "Рассказать об итоге"));
        apply();
        complete(SITE);
        school.runJobs();
        deploy("activity.bpmn", EditedModel.shipped("activity.bpmn"));

        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));

        assertThat(plan.ending()).singleElement().satisfies(begun -> {
            assertThat(begun.item()).isEqualTo("000-1.2.5");
            assertThat(begun.reason()).contains(Reason.ACTIVITY_OPEN);
            assertThat(begun.element()).isEqualTo("Рассказать об итоге");
        });
        assertThat(plan.going())
                .isNotEmpty()
                .extracting(ModelUpdates.Begun::item)
                .contains("000-1.1.1")
                .doesNotContain("000-1.2.5");
        assertThat(apply()).isEqualTo(plan);
        assertThat(task(SITE).getName()).isEqualTo("Рассказать об итоге");
        tasks.complete(task(SITE).getId());
        school.runJobs();
        finish();
    }

    @Test
    @Tag("long")
    void aBlockGetsTheParametersThatItsStartWouldHaveGivenIt() {
        deploy(
                "event.bpmn",
                EditedModel.shipped("event.bpmn")
                        .text()
                        .replace(
                                "<camunda:property name=\"optional\"",
                                "<camunda:property name=\"place\" value=\"актовый зал\"/><camunda:property name=\"optional\""));

        ModelUpdates.Plan plan = apply();

        assertThat(plan.going())
                .extracting(ModelUpdates.Begun::process, ModelUpdates.Begun::item)
                .contains(tuple("event", "000-1.2.1"));
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(year.toString())
                                .processDefinitionKey("event")
                                .list()
                                .stream()
                                .map(one -> one.getId())
                                .toArray(String[]::new))
                        .variableName("place")
                        .list())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.getValue()).isEqualTo("актовый зал"));
        finish();
    }

    /** A row that each member of a group ticks, one of whom has. */
    @Test
    @Tag("long")
    void whatSeveralDoGoesOverWithWhatIsDone() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR, Role.TEACHER);
        deploy(
                FILE,
                EditedModel.shipped(FILE)
                        .call(SITE, "role-checklist")
                        .property(SITE, "roadmapResponsible", "site-editor, teacher"));
        year = Long.valueOf(school.start("target-model", "2025-2026"));
        assertThat(openTasks(SITE)).hasSize(2);
        doOwnPart();
        deploy(
                "role-checklist.bpmn",
                EditedModel.shipped("role-checklist.bpmn")
                        .name("Task_DoOwnPart", "Отметить своё: ${title}")
                        .insertTask(
                                "Flow_DoOwnPartToSumUp", "Task_DoOwnPart", "Task_LookThrough", "Просмотреть отметки"));

        ModelUpdates.Plan plan = apply();

        assertThat(plan.ending()).isEmpty();
        assertThat(openTasks(SITE))
                .extracting(Task::getName)
                .containsExactly("Отметить своё: Разместить информацию на сайте школы");
        doOwnPart();
        assertThat(task(SITE).getName()).isEqualTo("Просмотреть отметки");
    }

    private void doOwnPart() {
        String part = task(SITE).getId();
        tasks.setAssignee(part, school.login(Role.CURATOR));
        school.as(Role.CURATOR, () -> {
            tasks.complete(part, new java.util.HashMap<>(NOT_HELD));
            return null;
        });
        school.runJobs();
    }

    @Test
    @Tag("long")
    void aBlockBetweenTwoStepsGoesOver() {
        String task = task(SITE).getId();
        school.as(Role.SITE_EDITOR, () -> {
            tasks.claim(task, school.login(Role.SITE_EDITOR));
            tasks.complete(task, new java.util.HashMap<>(NOT_HELD));
            return null;
        });
        assertThat(management.createJobQuery().processDefinitionKey("activity").list())
                .as("a block that has not left its step")
                .anyMatch(job -> isOfYear(job.getProcessInstanceId()));
        deploy(
                "activity.bpmn",
                EditedModel.shipped("activity.bpmn")
                        .insertTask("Flow_ToEnd", "Task_RecordOutcome", "Task_TellSchool", "Рассказать об итоге"));

        assertThat(apply().ending()).isEmpty();

        school.runJobs();
        assertThat(openTasks(SITE)).extracting(Task::getName).containsExactly("Рассказать об итоге");
    }

    private static EditedModel renamed() {
        return EditedModel.shipped(FILE)
                .name(SITE, "Рассказать на сайте")
                .property(SITE, "roadmapItem", "000-1.2.9")
                .property(SITE, "roadmapDue", "${firstYear}-10-15")
                .property(SITE, "roadmapResponsible", "deputy");
    }

    private void refused(Reason reason, String element) {
        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));
        assertThat(plan.moves()).isEmpty();
        assertThat(plan.stays())
                .isNotEmpty()
                .extracting(ModelUpdates.Stay::reason, ModelUpdates.Stay::element)
                .containsOnly(tuple(reason, element));
        assertThat(apply()).isEqualTo(plan);
    }

    private ModelUpdates.Plan apply() {
        return asModelAdministrator(() -> updates.apply(year));
    }

    private void deploy(String file, EditedModel model) {
        deploy(file, model.text());
    }

    private void deploy(String file, String text) {
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(file, text)
                        .source("modeler")
                        .deploy()
                        .getId());
    }

    /** A year of which the first stage waits for its first step. */
    private String startUntilTheStage(TestSchool other) {
        String key = other.as(
                Role.CURATOR,
                () -> runtime.startProcessInstanceByKey("target-model", Map.of("schoolYear", "2025-2026"))
                        .getBusinessKey());
        for (Job job = next(other); job != null; job = next(other)) {
            String id = job.getId();
            other.as(null, null, () -> {
                management.executeJob(id);
                return null;
            });
            other.tasks(key)
                    .forEach(task -> other.as(Role.CURATOR, () -> {
                        tasks.claim(task.getId(), other.login(Role.CURATOR));
                        tasks.complete(task.getId(), Map.of());
                        return null;
                    }));
        }
        return key;
    }

    private Job next(TestSchool other) {
        return management.createJobQuery().tenantIdIn(other.id()).executable().list().stream()
                .filter(job -> "target-model".equals(job.getProcessDefinitionKey()))
                .findFirst()
                .orElse(null);
    }

    private boolean isOfYear(String instance) {
        return year.toString()
                .equals(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey());
    }

    private String definition() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(year.toString())
                .processDefinitionKey(STAGE)
                .singleResult()
                .getProcessDefinitionId();
    }

    private org.mentoringroadmap.overview.ProgrammeTable overview() {
        return school.as(Role.CURATOR, () -> overview.table(year));
    }

    private Map<String, ActivityProgress> rows() {
        Map<String, ActivityProgress> rows = new LinkedHashMap<>();
        overview().rows().forEach(row -> rows.put(row.activity().key(), row));
        return rows;
    }

    private ActivityProgress row(String element) {
        return rows().get(STAGE + "/" + element);
    }

    private List<Task> openTasks(String element) {
        String item = row(element).activity().item();
        return school.tasks(year.toString()).stream()
                .filter(task -> item.equals(school.item(task)))
                .toList();
    }

    private Task task(String element) {
        return openTasks(element).stream().findFirst().orElse(null);
    }

    private Set<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }

    private void complete(String element) {
        complete(task(element));
    }

    private void complete(Task task) {
        school.complete(Role.of(groups(task).iterator().next()).orElseThrow(), task, NOT_HELD);
    }

    /** Closes what is open and what comes after it, until the first stage is over. */
    private void finish() {
        for (int round = 0; round < 60; round++) {
            Set<String> items = rows().values().stream()
                    .map(ActivityProgress::activity)
                    .filter(activity -> activity.processId().equals(STAGE))
                    .map(RoadmapActivity::item)
                    .collect(Collectors.toSet());
            List<Task> open = school.tasks(year.toString()).stream()
                    .filter(task -> items.contains(school.item(task)))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            complete(open.get(0));
        }
        throw new AssertionError("The stage does not end");
    }

    private <T> T asModelAdministrator(Supplier<T> work) {
        return school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), work);
    }
}
