package org.mentoringroadmap.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.ModelUpdates.Begun;
import org.mentoringroadmap.programme.ModelUpdates.Reason;
import org.mentoringroadmap.programme.ModelUpdates.Setting;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Pairs, campaigns and blocks that have begun: each goes over to the newest models, or it is said in words why it does not. */
abstract class BegunModelsContract {
    private static final String STAGE = "target-model-1-conditions.bpmn";
    private static final String SITE = "Activity_PublishOnSite";
    private static final String SITE_ITEM = "000-1.2.5";
    private static final String PAIR = "mentorship.bpmn";
    private static final String MEETING = "meeting.bpmn";
    private static final String HOLD = "Task_HoldMeeting";
    private static final String CAMPAIGN = "questionnaire-campaign.bpmn";
    private static final String CAMPAIGN_ITEM = "000-2.1.1";
    private static final String OPEN = "Task_OpenCampaign";
    private static final String CLOSE = "Task_CloseCampaign";
    private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
    private static final Map<String, Object> HELD =
            Map.of("outcome", "done", "date", DAY.toString(), "note", "Познакомились");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private ModelUpdates updates;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private Meetings meetings;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;
    private Long year;

    @BeforeEach
    void aYear() {
        TestClock.moveTo(LocalDateTime.of(2025, 8, 20, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR, Role.MENTOR);
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    private void start() {
        year = Long.valueOf(school.start("target-model", "2025-2026"));
    }

    @Test
    @Tag("long")
    void aPairThatWaitsForItsMentorGoesOn() {
        start();
        Mentorship pair = pair(true);
        deploy(PAIR, EditedModel.shipped(PAIR).name("Activity_Trial", "Вторая встреча"));
        deploy(MEETING, EditedModel.shipped(MEETING).name(HOLD, "Отметить встречу: ${title}"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.ending()).isEmpty();
        assertThat(plan.going())
                .extracting(Begun::process, Begun::item, Begun::count)
                .containsExactlyInAnyOrder(tuple("mentorship", "", 1L), tuple("meeting", "", 1L));
        assertThat(task(HOLD).getName()).as("a try changes nothing").startsWith("Провести встречу: ");
        assertThat(apply()).isEqualTo(plan);
        assertThat(task(HOLD).getName()).isEqualTo("Отметить встречу: Организационная встреча, пара " + pair.code());
        assertThat(task(HOLD).getAssignee()).isEqualTo(school.login(Role.MENTOR));
        assertGoesBy("mentorship", "meeting");
        hold();
        assertThat(task(HOLD).getName())
                .as("what it calls later is of the new model too")
                .isEqualTo("Отметить встречу: Пробная рабочая встреча, пара " + pair.code());
        assertThat(planned().begun()).isEmpty();
    }

    @Test
    void aPairThatWaitsForTheGridHearsOfItsMeeting() {
        start();
        Mentorship pair = pair(false);
        deploy(PAIR, EditedModel.shipped(PAIR).name("Activity_Organisational", "Знакомство"));
        deploy(MEETING, EditedModel.shipped(MEETING).name("Event_MeetingRecorded", "Отмечена куратором"));

        assertThat(apply().ending()).isEmpty();

        for (MeetingKind kind : MeetingKind.values()) {
            record(pair, kind);
        }
        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
    }

    @Test
    @Tag("long")
    void whatAPairHasNotComeToMayGo() {
        start();
        pair(true);
        deploy(PAIR, EditedModel.shipped(PAIR).remove("Activity_Planning", true));

        assertThat(apply().ending()).isEmpty();

        hold();
        hold();
        assertThat(task(HOLD).getName()).contains("Регулярная встреча");
    }

    @Test
    void whatAPairStandsAtIsNotTakenOut() {
        start();
        Mentorship pair = pair(true);
        hold();
        deploy(PAIR, EditedModel.shipped(PAIR).remove("Activity_Trial", true));

        staying("mentorship", Reason.ACTIVITY_OPEN, "Пробная рабочая встреча");

        hold();
        assertThat(task(HOLD).getName()).as("it ends as it began").contains("Встреча-планирование");
        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
        assertThat(apply().ending()).as("what was in the way is over").isEmpty();
        assertGoesBy("mentorship");
    }

    @Test
    @Tag("long")
    void anElementThatWasDrawnAnewIsAnotherOne() {
        start();
        pair(true);
        deploy(PAIR, EditedModel.shipped(PAIR).drawAnew("Activity_Organisational", "Activity_Acquaintance"));

        staying("mentorship", Reason.ACTIVITY_OPEN, "Организационная встреча");
    }

    @Test
    @Tag("long")
    void aPairThatHasPassedHoldsNoOther() {
        start();
        Mentorship ahead = pair(false);
        pair(false);
        record(ahead, MeetingKind.ORGANISATIONAL);
        deploy(
                PAIR,
                EditedModel.shipped(PAIR)
                        .insertAfter(
                                "Activity_Organisational",
                                "Activity_Trial",
                                "Activity_Visit",
                                "Встреча у партнёра",
                                ""));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.ending())
                .extracting(Begun::process, Begun::count, Begun::reason, Begun::element)
                .containsExactly(tuple("mentorship", 1L, Optional.of(Reason.PASSED), "Встреча у партнёра"));
        assertThat(plan.going()).extracting(Begun::process, Begun::count).containsExactly(tuple("mentorship", 1L));
        assertThat(apply()).isEqualTo(plan);
        record(ahead, MeetingKind.TRIAL);
        record(ahead, MeetingKind.PLANNING);
        record(ahead, MeetingKind.REGULAR);
        record(ahead, MeetingKind.FINAL);
        assertThat(state(ahead)).isEqualTo(Mentorship.State.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    @Tag("long")
    void aPairThatHasEndedIsLeftAlone(boolean early) {
        start();
        Mentorship pair = pair(false);
        if (early) {
            end(pair);
        } else {
            record(pair, MeetingKind.FINAL);
        }
        Mentorship.State ended = state(pair);
        assertThat(ended.isOpen()).isFalse();
        deploy(PAIR, EditedModel.shipped(PAIR).remove("Activity_Trial", true));
        deploy(MEETING, EditedModel.shipped(MEETING).name("Event_MeetingRecorded", "Отмечена куратором"));

        assertThat(apply().begun()).isEmpty();

        assertThat(state(pair)).isEqualTo(ended);
        assertThat(instances("mentorship"))
                .singleElement()
                .satisfies(one -> assertThat(one.getEndTime()).isNotNull());
    }

    @Test
    void aPairThatPartsAfterwardsEndsByTheNewModel() {
        start();
        Mentorship pair = pair(true);
        deploy(PAIR, EditedModel.shipped(PAIR).name("Service_EndMentorship", "Отметить расставание"));
        assertThat(apply().ending()).isEmpty();

        end(pair);

        assertThat(state(pair)).isEqualTo(Mentorship.State.ENDED_EARLY);
        assertThat(task(HOLD)).isNull();
    }

    @Test
    @Tag("long")
    void aCampaignThatNobodyHasOpenedGoesOn() {
        start();
        deploy(CAMPAIGN, EditedModel.shipped(CAMPAIGN).name(OPEN, "Раздать анкеты: ${title}"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.ending()).isEmpty();
        assertThat(plan.going())
                .extracting(Begun::process, Begun::item)
                .contains(tuple("questionnaire-campaign", CAMPAIGN_ITEM));
        assertThat(apply()).isEqualTo(plan);
        assertThat(campaign().getName()).startsWith("Раздать анкеты: ");
        openCampaign();
        assertThat(campaign().getTaskDefinitionKey()).isEqualTo(CLOSE);
    }

    @Test
    void aCampaignThatRunsGoesOnAndIsClosed() {
        start();
        openCampaign();
        deploy(
                CAMPAIGN,
                EditedModel.shipped(CAMPAIGN)
                        .name(CLOSE, "Собрать анкеты: ${title}")
                        .name("Boundary_AllHaveAnswered", "Все ответили"));

        assertThat(apply().ending()).isEmpty();

        assertThat(campaign().getName()).startsWith("Собрать анкеты: ");
        assertThat(school.item(campaign())).isEqualTo(CAMPAIGN_ITEM);
        Task close = campaign();
        school.complete(Role.CURATOR, close, closed());
        assertThat(campaign()).isNull();
    }

    @Test
    @Tag("long")
    void aCampaignThatHasPassedANewStepEndsAsItBegan() {
        start();
        openCampaign();
        deploy(
                CAMPAIGN,
                EditedModel.shipped(CAMPAIGN)
                        .insertTask(
                                "Flow_AlreadyClosedToOpenCampaign", OPEN, "Task_PrintSheets", "Распечатать анкеты"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.ending())
                .filteredOn(begun -> begun.item().equals(CAMPAIGN_ITEM))
                .singleElement()
                .satisfies(begun -> {
                    assertThat(begun.reason()).contains(Reason.PASSED);
                    assertThat(begun.element()).isEqualTo("Распечатать анкеты");
                });
        assertThat(told(CAMPAIGN_ITEM))
                .contains("шаг «Распечатать анкеты» в новой модели стоит там, где это дело уже прошло");
        assertThat(apply()).isEqualTo(plan);
        school.complete(Role.CURATOR, campaign(), closed());
        assertThat(campaign()).isNull();
    }

    @Test
    @Tag("long")
    void aCampaignThatHasEndedIsLeftAlone() {
        start();
        openCampaign();
        school.complete(Role.CURATOR, campaign(), closed());
        deploy(
                CAMPAIGN,
                EditedModel.shipped(CAMPAIGN)
                        .insertTask(
                                "Flow_AlreadyClosedToOpenCampaign", OPEN, "Task_PrintSheets", "Распечатать анкеты"));

        assertThat(apply().begun()).extracting(Begun::item).doesNotContain(CAMPAIGN_ITEM);

        assertThat(campaign()).isNull();
    }

    /** The words of a task that is open, and what comes after it. */
    @Test
    void aParameterReachesWhatHasBegun() {
        deploy(STAGE, publication("школьная газета"));
        start();
        deploy(STAGE, publication("школьный стенд"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.settings())
                .containsExactly(new Setting(
                        "publication", SITE_ITEM, "Разместить информацию на сайте школы", "Где размещают", false));
        assertThat(value("publication", "channel")).as("a try changes nothing").isEqualTo("школьная газета");
        assertThat(apply()).isEqualTo(plan);
        assertThat(value("publication", "channel")).isEqualTo("школьный стенд");
        assertThat(planned().settings()).isEmpty();
        school.complete(
                Role.SITE_EDITOR,
                site(),
                Map.of("outcome", "done", "date", DAY.toString(), "consentsChecked", "Публикуем без имён и лиц"));
        assertThat(site().getDescription()).contains("Где: школьный стенд.");
    }

    /** How often something is done is asked for again each time. */
    @Test
    @Tag("long")
    void aParameterThatIsAskedForAgainIsTaken() {
        deploy(STAGE, called("recurring-activity", "frequency", "month"));
        start();
        deploy(STAGE, called("recurring-activity", "frequency", "quarter"));

        assertThat(apply().settings())
                .extracting(Setting::name, Setting::late)
                .containsExactly(tuple("Как часто", false));

        assertThat(value("recurring-activity", "frequency")).isEqualTo("quarter");
    }

    /** A blank that is made stays the one that it is. */
    @Test
    @Tag("long")
    void aParameterThatHasBeenCarriedOutIsTold() throws Exception {
        deploy(STAGE, called("form-activity", "blankKind", "practice-card"));
        start();
        deploy(STAGE, called("form-activity", "blankKind", "interview-sheet"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.settings())
                .extracting(Setting::item, Setting::name, Setting::late)
                .containsExactly(tuple(SITE_ITEM, "Бланк", true));
        assertThat(told(SITE_ITEM))
                .contains("Поле «Бланк»: другое значение — не применено: по прежнему значению уже сделан шаг");
        assertThat(mvc.perform(get("/programmes/{id}/models", year).session(Sessions.ofAdministrator(mvc)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Останется как было", "Поле «Бланк»: другое значение");
        assertThat(apply()).isEqualTo(plan);
        assertThat(value("form-activity", "blankKind")).isEqualTo("practice-card");
        assertThat(planned().settings()).as("it is told for as long as it runs").isEqualTo(plan.settings());
    }

    /** A choice holds back neither its stage nor anything but itself, and is taken where nothing was done by it. */
    @Test
    void anotherChoiceIsTakenOrToldForItsActivity() {
        start();
        deploy(
                STAGE,
                EditedModel.shipped(STAGE)
                        .handIn("Activity_StudentConference", "eventKind", "seminar")
                        .handIn("Activity_OrderCurator", "documentType", "order")
                        .name(SITE, "Рассказать о программе на сайте"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.stays()).isEmpty();
        assertThat(plan.settings())
                .extracting(Setting::item, Setting::name, Setting::late)
                .containsExactly(tuple("000-1.2.3", "Вид события", false), tuple("000-1.3.4", "Вид документа", true));
        assertThat(told("000-1.3.4")).contains("Поле «Вид документа»: другое значение — не применено");
        assertThat(apply()).isEqualTo(plan);
        assertThat(chosen("000-1.2.3", "eventKind")).isEqualTo("seminar");
        assertThat(chosen("000-1.3.4", "documentType")).isEqualTo("order-curator");
        assertThat(site().getName()).isEqualTo("Рассказать о программе на сайте");
        assertThat(planned().settings()).extracting(Setting::item).containsExactly("000-1.3.4");
    }

    /** What a block was begun with at this item. */
    private Object chosen(String item, String name) {
        return runtime.getVariable(of(item).getProcessInstanceId(), name);
    }

    /** What holds where nobody says anything stands in the block itself. */
    @Test
    @Tag("long")
    void anotherUsualValueReachesWhatHasBegun() {
        deploy(STAGE, EditedModel.shipped(STAGE).call(SITE, "publication"));
        start();
        deploy(
                "publication.bpmn",
                EditedModel.shipped("publication.bpmn").property("Start_Publication", "channel", "сайт школы"));

        ModelUpdates.Plan plan = planned();

        assertThat(plan.settings())
                .extracting(Setting::name, Setting::late)
                .containsExactly(tuple("Где размещают", false));
        assertThat(apply()).isEqualTo(plan);
        assertThat(value("publication", "channel")).isEqualTo("сайт школы");
    }

    private static EditedModel publication(String channel) {
        return called("publication", "channel", channel);
    }

    private static EditedModel called(String block, String parameter, String value) {
        return EditedModel.shipped(STAGE).call(SITE, block).addProperty(SITE, parameter, value);
    }

    private Task site() {
        return of(SITE_ITEM);
    }

    private Task campaign() {
        return of(CAMPAIGN_ITEM);
    }

    private Task of(String item) {
        return school.tasks(year.toString()).stream()
                .filter(task -> item.equals(school.item(task)))
                .findFirst()
                .orElse(null);
    }

    private void openCampaign() {
        school.complete(
                Role.CURATOR,
                campaign(),
                Map.of("outcome", "done", "way", "paper", "date", DAY.toString(), "invited", 30L));
    }

    private static Map<String, Object> closed() {
        return Map.of("outcome", "done", "date", DAY.toString(), "answered", 28L, "note", "Собраны");
    }

    private Mentorship pair(boolean ofAnAccount) {
        Long mentor = ofAnAccount ? school.staffId(Role.MENTOR) : null;
        Mentorship pair = school.as(
                Role.CURATOR,
                () -> management.add(
                        year,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, mentor, null, null), null, null, true)));
        school.runJobs();
        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
        return pair;
    }

    private void record(Mentorship pair, MeetingKind kind) {
        school.as(Role.CURATOR, () -> meetings.record(year, pair.id(), kind, MeetingReport.on(DAY)));
        school.runJobs();
    }

    private void end(Mentorship pair) {
        school.as(Role.CURATOR, () -> {
            management.end(year, pair.id(), "Наставник уезжает", null, false);
            return null;
        });
        school.runJobs();
    }

    private void hold() {
        school.as(Role.MENTOR, () -> {
            tasks.complete(task(HOLD).getId(), new HashMap<>(HELD));
            return null;
        });
        school.runJobs();
    }

    private Mentorship.State state(Mentorship pair) {
        return mentorships.get(year, pair.id()).state();
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(year.toString())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private void staying(String process, Reason reason, String element) {
        ModelUpdates.Plan plan = planned();
        assertThat(plan.ending())
                .extracting(Begun::process, Begun::reason, Begun::element)
                .containsExactly(tuple(process, Optional.of(reason), element));
        assertThat(told(process))
                .contains("Начатое закончится по прежней модели")
                .contains("«" + element + "»");
        assertThat(apply()).isEqualTo(plan);
    }

    /** What the API says of something that stays. */
    private String told(String activity) {
        try {
            String answer = mvc.perform(post("/api/programmes/{id}/apply-models", year)
                            .param("dryRun", "true")
                            .session(Sessions.ofAdministrator(mvc))
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            List<Map<String, String>> stays = JsonPath.read(answer, "$.stays");
            return stays.stream()
                    .filter(one -> activity.equals(one.get("activity")))
                    .map(one -> one.get("reason"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(answer));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertGoesBy(String... processes) {
        for (String process : processes) {
            String newest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            assertThat(instances(process))
                    .filteredOn(one -> one.getEndTime() == null)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.getProcessDefinitionId()).isEqualTo(newest));
        }
    }

    private List<HistoricProcessInstance> instances(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(year.toString())
                .processDefinitionKey(process)
                .list();
    }

    private Object value(String process, String name) {
        return runtime.getVariable(
                instances(process).stream()
                        .filter(one -> one.getEndTime() == null)
                        .findFirst()
                        .orElseThrow()
                        .getId(),
                name);
    }

    private ModelUpdates.Plan planned() {
        return school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), () -> updates.plan(year));
    }

    private ModelUpdates.Plan apply() {
        return school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), () -> updates.apply(year));
    }

    private void deploy(String file, EditedModel model) {
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(file, model.text())
                        .source("modeler")
                        .deploy()
                        .getId());
    }
}
