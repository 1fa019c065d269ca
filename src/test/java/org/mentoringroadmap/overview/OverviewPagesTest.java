package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class OverviewPagesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestSchools schools;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService management;

    @Autowired
    Reminders reminders;

    @Autowired
    SchoolClasses classes;

    @Autowired
    Schools everySchool;

    @Autowired
    Staff staff;

    @Autowired
    ActivityOutcomes outcomes;

    private static TestSchool sharedSchool;
    private static String sharedProgrammeId;

    private TestSchool school;
    private String programmeId;

    /** Tests that change nothing share a school: making one with an account for every role takes its time. */
    @BeforeEach
    void useSharedProgramme() {
        today("2025-08-26T10:00:00");
        if (sharedSchool == null) {
            sharedSchool = schools.create();
            sharedProgrammeId = sharedSchool.start("target-model", "2025-2026");
        }
        school = sharedSchool;
        programmeId = sharedProgrammeId;
    }

    private void startOwnProgramme() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER);
        programmeId = school.start("target-model", "2025-2026");
    }

    @Test
    void theMainPageShowsTheYearAndMyTasks() throws Exception {
        page(Role.DEPUTY, "/")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Подготовка условий"),
                                containsString("Завершение наставничества"),
                                containsString("идёт"),
                                containsString("впереди"),
                                containsString("01.05.2025"),
                                containsString("0 из 15"),
                                containsString("Ознакомиться с шаблонами"),
                                containsString("осталось 5 дней"))));
    }

    /** The paper has Russian letters in its numbers, a keyboard may have others. */
    @ParameterizedTest
    @ValueSource(strings = {"1.4.2а", "1.4.2a", "1.4.2А"})
    void aRowIsFoundByItsNumberInEitherAlphabet(String number) throws Exception {
        page(Role.CURATOR, "/programmes/" + programmeId + "?q=" + number)
                .andExpect(content()
                        .string(allOf(
                                containsString(">1.4.2а<"),
                                not(containsString(">1.4.2б<")),
                                not(containsString(">1.4.2a<")))));
    }

    /** Who waits for what will not come by itself is told so, and not to look again in a minute. */
    @Test
    void anActivityThatAFailureHasStoppedSaysSo() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR);
        programmeId = school.start("target-model", "2025-2026");
        Task check = school.tasks(programmeId).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_CheckDraft"))
                .filter(task -> "000-1.3.4".equals(school.item(task)))
                .findFirst()
                .orElseThrow();
        String path = "/programmes/" + programmeId + "/activities/000-1.3.4";
        school.as(Role.DEPUTY, () -> {
            taskService.claim(check.getId(), school.login(Role.DEPUTY));
            taskService.complete(check.getId(), Map.of("outcome", "done"));
            return null;
        });
        page(Role.CURATOR, path)
                .andExpect(content()
                        .string(allOf(
                                containsString("Система готовит следующий шаг"),
                                not(containsString("остановил сбой")))));

        String next = management
                .createJobQuery()
                .processInstanceId(check.getProcessInstanceId())
                .messages()
                .singleResult()
                .getId();
        management.setJobRetries(next, 0);

        page(Role.CURATOR, path)
                .andExpect(content()
                        .string(allOf(
                                containsString("Работу здесь остановил сбой"),
                                containsString("Сбой устраняет администратор"),
                                not(containsString("Система готовит следующий шаг")),
                                not(containsString("href=\"/admin/incidents\"")))));
        mvc.perform(get(path).session(Sessions.ofAdministrator(mvc)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Работу здесь остановил сбой"),
                                containsString("<a href=\"/admin/incidents\">Открыть «Сбои»</a>"))));
        page(Role.CURATOR, "/programmes/" + programmeId + "/activities/000-1.3.5")
                .andExpect(content().string(not(containsString("остановил сбой"))));
        mvc.perform(get("/admin/incidents").session(Sessions.ofAdministrator(mvc)))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "Проверить проект: " + check.getName().replaceFirst("^.*: ", "")),
                                containsString("2025-2026"),
                                containsString("не записана"),
                                not(containsString("${title}")))));
        aDocumentThatAFailureHasStoppedIsNotOfferedForADecision();
    }

    /** The director, for whom the document waits by its state, is told the same as everybody else. */
    private void aDocumentThatAFailureHasStoppedIsNotOfferedForADecision() throws Exception {
        MockHttpSession director = login(school.login(Role.DIRECTOR));
        String inbox = mvc.perform(get("/inbox").session(director))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(inbox).contains("работу с ним остановил сбой").doesNotContain("Утвердить отмеченные");
        String document = inbox.replaceFirst("(?s).*?href=\"/documents/(\\d+)\".*", "/documents/$1");

        mvc.perform(get(document).session(director))
                .andExpect(content()
                        .string(allOf(
                                containsString("работу с ним остановил сбой"), not(containsString("Ваше решение")))));
        mvc.perform(post(document + "/decision")
                        .session(director)
                        .with(csrf())
                        .param("decision", "return")
                        .param("comment", "Исправить срок")
                        .param("version", "1"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("работу с ним остановил сбой"),
                                not(containsString("Повторите через минуту")))));
    }

    /** «Отметились: 0, ждём: 0» of what has not begun would say that nobody is missing. */
    @Test
    void nobodyIsCountedBeforeAnybodyIsAsked() throws Exception {
        school = schools.create(Role.CURATOR);
        programmeId = school.start("pupil-to-pupil", "2025-2026");
        page(Role.CURATOR, "/programmes/" + programmeId + "/activities/P6.6")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Ждёт: "), not(containsString("Отметились: ")))));
    }

    @Test
    void aRoleWithoutTasksIsToldWhatToExpect() throws Exception {
        page(Role.MENTOR, "/")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Сейчас для вас задач нет"),
                                containsString("Подготовка условий"),
                                not(containsString("Система не смогла")))));
    }

    /** Before the first start whoever may start is told what a school enters, and how far it has come. */
    @Test
    void theFirstStepsSayWhatIsMissing() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.TEACHER);
        page(Role.CURATOR, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("С чего начать"),
                                containsString("Внесите все сразу, например «5–11 по 2»"),
                                containsString("Никто не исполняет: заместитель директора, секретарь"),
                                containsString("есть и учётная запись"))));
        page(Role.TEACHER, "/").andExpect(content().string(not(containsString("С чего начать"))));
        classes.add(school.id(), "5А", null);
        page(Role.CURATOR, "/").andExpect(content().string(containsString("Внесено классов: 1.")));
        school.start("target-model", "2025-2026");
        page(Role.CURATOR, "/").andExpect(content().string(not(containsString("С чего начать"))));
    }

    /** What every order prints is told while it is missing, also when the year has begun. */
    @Test
    void missingRequisitesAreToldUntilTheyAreThere() throws Exception {
        school = schools.create(Role.CURATOR, Role.TEACHER);
        enterAddress(" ");
        school.start("target-model", "2025-2026");
        page(Role.CURATOR, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Реквизиты школы ещё не заполнены"),
                                containsString("/school?school=" + school.id() + "#requisites"),
                                not(containsString("С чего начать</h2>")))));
        page(Role.TEACHER, "/").andExpect(content().string(not(containsString("Реквизиты школы"))));
        enterAddress("123456, посёлок Примерный, улица Образцовая, дом 1");
        page(Role.CURATOR, "/").andExpect(content().string(not(containsString("Реквизиты школы"))));
    }

    private void enterAddress(String address) {
        school.as(Role.CURATOR, () -> {
            Requisites now = everySchool.get(school.id()).requisites();
            everySchool.change(
                    school.id(),
                    new Requisites(
                            now.fullName(),
                            now.shortName(),
                            now.founder(),
                            now.city(),
                            address,
                            now.phone(),
                            now.email(),
                            now.site(),
                            now.directorPost(),
                            now.basis(),
                            now.codes(),
                            now.papers()));
            return null;
        });
    }

    @Test
    void withoutAProgrammeTheCuratorIsLedToTheStart() throws Exception {
        school = schools.create(Role.CURATOR, Role.TEACHER);

        page(Role.CURATOR, "/").andExpect(content().string(containsString("Запустить дорожную карту")));
        page(Role.TEACHER, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Её запускает куратор"),
                                not(containsString("Запустить дорожную карту")))));
        page(Role.TEACHER, "/roadmap").andExpect(header().string("Location", endsWith("/programmes")));
    }

    @Test
    void everyRoleOpensEveryPage() throws Exception {
        for (Role role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            MockHttpSession session = login(school.login(role));
            for (String path : List.of(
                    "/",
                    "/programmes/" + programmeId,
                    "/programmes/" + programmeId + "/activities/000-1.1.1",
                    "/programmes/" + programmeId + "/activities/000-1.4.2b",
                    "/programmes/" + programmeId + "/activities/000-7.2.4")) {
                assertThat(mvc.perform(get(path).session(session))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as("%s opens %s", role, path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void anotherSchoolSeesNothing() throws Exception {
        TestSchool other = schools.create(Role.DIRECTOR);
        MockHttpSession session = login(other.login(Role.DIRECTOR));

        mvc.perform(get("/").session(session))
                .andExpect(content().string(not(containsString("/programmes/" + programmeId))));
        for (String path : List.of(
                "/programmes/" + programmeId,
                "/programmes/" + programmeId + "/activities/000-1.1.1",
                "/api/programmes/" + programmeId + "/activities",
                "/programmes/999999",
                "/api/programmes/999999/activities")) {
            mvc.perform(get(path).session(session)).andExpect(status().isNotFound());
        }
    }

    @Test
    void anUnknownActivityIsNotFound() throws Exception {
        page(Role.CURATOR, "/programmes/" + programmeId + "/activities/000-9.9.9")
                .andExpect(status().isNotFound());
    }

    @Test
    void theRoadmapIsSearchedAndFiltered() throws Exception {
        String roadmap = "/programmes/" + programmeId;

        page(Role.TEACHER, roadmap)
                .andExpect(content()
                        .string(allOf(
                                containsString("1.1.1"),
                                containsString("заместитель директора"),
                                containsString("1.4.3"))));
        page(Role.TEACHER, roadmap + "?q=шаблон")
                .andExpect(content().string(allOf(containsString("1.1.1"), not(containsString(">1.4.3<")))));
        page(Role.TEACHER, roadmap + "?state=PLANNED")
                .andExpect(content().string(allOf(containsString(">1.4.3<"), not(containsString(">1.1.1<")))));
        page(Role.TEACHER, roadmap + "?state=CLOSED")
                .andExpect(content().string(containsString("Таких мероприятий нет")));
        page(Role.TEACHER, roadmap + "?state=nonsense").andExpect(status().isBadRequest());
    }

    @Test
    void activitiesAreReadAsJson() throws Exception {
        startOwnProgramme();
        Task task = taskOf("000-1.1.1");
        school.complete(
                Role.DEPUTY,
                task,
                Map.of("outcome", "done", "date", "2025-08-20", "link", "https://school.example.org/news/1"));

        mvc.perform(get("/api/programmes/" + programmeId + "/activities")
                        .with(httpBasic(school.login(Role.TEACHER), TestSchool.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].roadmapItem", hasItem("000-1.4.2a")))
                .andExpect(jsonPath("$.length()").value(56))
                .andExpect(jsonPath("$[0].roadmapItem").value("000-1.1.1"))
                .andExpect(jsonPath("$[0].title", startsWith("Ознакомиться")))
                .andExpect(jsonPath("$[0].start").value("2025-06-01"))
                .andExpect(jsonPath("$[0].due").value("2025-08-31"))
                .andExpect(jsonPath("$[0].responsible").value("заместитель директора"))
                .andExpect(jsonPath("$[0].state").value("CLOSED"))
                .andExpect(jsonPath("$[0].outcome").value("done"))
                .andExpect(jsonPath("$[0].evidence[0].kind").value("link"))
                .andExpect(jsonPath("$[0].evidence[0].url").value("https://school.example.org/news/1"))
                .andExpect(jsonPath("$[1].state").value("OPEN"))
                .andExpect(jsonPath("$[1].outcome").value(nullValue()))
                .andExpect(jsonPath("$[1].roles[0]").value("deputy"))
                .andExpect(jsonPath("$[?(@.roadmapItem=='000-7.2.5')].state").value("OPEN")) // needs nothing
                .andExpect(jsonPath("$[?(@.roadmapItem=='000-7.2.1')].state").value("PLANNED")) // after the contest
                .andExpect(jsonPath("$[?(@.roadmapItem=='000-7.1.1')].state").value("PLANNED")); // needs pairs
        page(Role.TEACHER, "/programmes/" + programmeId + "/activities/000-1.1.1")
                .andExpect(content()
                        .string(allOf(
                                containsString("Выполнено"),
                                containsString("20.08.2025"),
                                containsString("мероприятие закрыто"))));
        page(Role.DEPUTY, "/").andExpect(content().string(containsString("1 из 15")));
    }

    @Test
    void oneClickClaimsATaskAndOpensItsPage() throws Exception {
        startOwnProgramme();
        Task task = taskOf("000-1.1.1");

        open(Role.DEPUTY, task.getId())
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tasks/activity?taskId=" + task.getId() + "&callbackUrl=/"));

        assertThat(taskService
                        .createTaskQuery()
                        .taskId(task.getId())
                        .singleResult()
                        .getAssignee())
                .isEqualTo(school.login(Role.DEPUTY));
        page(Role.DEPUTY, "/").andExpect(content().string(containsString("Открыть: ")));
    }

    @Test
    void aTaskWithAFormOpensOnAPageOfOurs() throws Exception {
        startOwnProgramme();
        Task task = taskOf("000-1.2.1");

        open(Role.DEPUTY, task.getId())
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tasks/form?taskId=" + task.getId() + "&callbackUrl=/"));
    }

    @Test
    void whoMayNotTakeATaskCannotOpenIt() throws Exception {
        String task = taskOf("000-1.1.1").getId();

        assertThat(open(Role.TEACHER, task).andReturn().getResponse().getStatus())
                .isIn(403, 404);
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void theCuratorSeesWhatIsOverdueWithOthers() throws Exception {
        startOwnProgramme();
        today("2025-09-02T07:00:00");
        reminders.sweep(Long.valueOf(programmeId));

        page(Role.CURATOR, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ознакомиться с шаблонами"), containsString("просрочено на 2 дня"))));
        String deputy = page(Role.DEPUTY, "/").andReturn().getResponse().getContentAsString();
        assertThat(deputy)
                .as("own late work stands among the own tasks alone")
                .containsOnlyOnce("Ознакомиться с шаблонами документов</div>")
                .contains("Ваши просроченные дела — в «Моих задачах»", "просрочено на 2 дня")
                .doesNotContain("Открытых просроченных задач нет");
        page(Role.TEACHER, "/").andExpect(content().string(containsString("У вас ничего не просрочено")));
        page(Role.CURATOR, "/programmes/" + programmeId + "?state=OVERDUE")
                .andExpect(content().string(allOf(containsString(">1.1.1<"), not(containsString(">1.2.1<")))));
    }

    /** Who answers for the year is told what is late with anybody. */
    @Test
    void directorAndDeputyAreToldWhatIsLate() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR);
        programmeId = school.start("target-model", "2025-2026");
        today("2025-09-02T07:00:00");

        for (Role role : List.of(Role.DIRECTOR, Role.DEPUTY)) {
            page(role, "/")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("просрочено на 2 дня"),
                                    containsString("просрочено: "),
                                    not(containsString("ничего не просрочено")),
                                    not(containsString("Просроченных мероприятий нет")))));
        }
        String deputy = StaffMember.shortNames(staff.of(school.id())).get(school.staffId(Role.DEPUTY));
        page(Role.DIRECTOR, "/").andExpect(content().string(containsString("Ждём: " + deputy + " (заместитель")));
    }

    /** What is done month by month has no task between its times, and cannot be begun before the first of them. */
    @Test
    void whatComesInItsTimeIsNotOfferedBefore() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        programmeId = school.start("target-model-rollout", "2025-2026");

        page(Role.CURATOR, "/programmes/" + programmeId + "/activities/2.2")
                .andExpect(content()
                        .string(allOf(
                                containsString("Открытых задач сейчас нет: следующая придёт, когда настанет её время."),
                                containsString(">впереди<"),
                                not(containsString("впереди, можно начать")),
                                not(containsString("Система готовит следующий шаг")))));
    }

    /** The badges of the main page lead to the list: it has as many lines, whatever the paper prints twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {"target-model", "pupil-to-pupil", "target-model-rollout", "teacher-mentoring", "young-teachers"})
    void whatIsLateIsCountedInOneWay(String roadmap) throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        programmeId = school.start(roadmap, "2025-2026");
        today("2026-09-03T07:00:00");

        String main = page(Role.DIRECTOR, "/").andReturn().getResponse().getContentAsString();
        int told = Pattern.compile("просрочено: (\\d+)")
                .matcher(main)
                .results()
                .mapToInt(badge -> Integer.parseInt(badge.group(1)))
                .sum();
        String late = page(Role.DIRECTOR, "/programmes/" + programmeId + "?state=OVERDUE")
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(told).isPositive().isEqualTo(late.split("<th scope=\"row\"", -1).length - 1);
        Matcher sum = Pattern.compile("Просрочено мероприятий: (\\d+)").matcher(main);
        if (sum.find()) {
            assertThat(sum.group(1)).isEqualTo(String.valueOf(told));
        }
    }

    /** What waits and is no task is told to who can see to it, by number and with a way there. */
    @Test
    void whoAnswersForTheYearSeesWhatIsNoTask() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER);
        classes.add(school.id(), "5А", null);
        programmeId = school.start("target-model", "2025-2026");

        for (Role role : List.of(Role.CURATOR, Role.DEPUTY)) {
            page(role, "/")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Требует внимания"),
                                    containsString("Классов без отметки: 1 (5А)"),
                                    containsString("в ближайшие семь дней"))));
        }
        page(Role.TEACHER, "/")
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Требует внимания")),
                                not(containsString("в ближайшие семь дней")),
                                not(containsString("Скоро срок у других")))));
    }

    @Test
    void theYearIsOnePictureAndCanBeSomebodysAlone() throws Exception {
        String whole = page(Role.DIRECTOR, "/programmes/" + programmeId + "/year")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(whole)
                .contains("Год на одной странице", "сегодня, 26.08.2025", "year-running", "year-planned", ">сен<")
                .contains("/programmes/" + programmeId + "/activities/000-1.1.1", "год")
                .doesNotContain("class=\"year-late\"");
        String deputys = page(Role.DIRECTOR, "/programmes/" + programmeId + "/year?who=" + school.staffId(Role.DEPUTY))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(rows(deputys)).isPositive().isLessThan(rows(whole));
        assertThat(rows(page(Role.TEACHER, "/programmes/" + programmeId + "/year?who=-5")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString()))
                .as("whoever is nobody narrows nothing")
                .isEqualTo(rows(whole));
        today("2025-09-02T07:00:00");
        page(Role.DIRECTOR, "/programmes/" + programmeId + "/year")
                .andExpect(
                        content().string(allOf(containsString("class=\"year-late\""), containsString("просрочено: "))));
    }

    @Test
    void theRoadmapIsATableForExcel() throws Exception {
        byte[] file = page(Role.DIRECTOR, "/programmes/" + programmeId + "/roadmap.xlsx")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''%D0%94")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            List<Row> rows = lines.toList();
            assertThat(rows).hasSize(57);
            assertThat(rows.get(0).getCellText(2)).isEqualTo("Мероприятие");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("1.1.1");
            assertThat(rows.get(1).getCellText(6)).isEqualTo("идёт");
        }
    }

    private static int rows(String page) {
        return page.split("/activities/", -1).length - 1;
    }

    /** A class that waits for a tick is no task of the engine, and work all the same. */
    @Test
    void aClassTeacherIsToldWhichClassesWait() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.CLASS_TEACHER);
        classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER));
        programmeId = school.start("target-model", "2025-2026");

        page(Role.CLASS_TEACHER, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Отметить класс: "), not(containsString("Сейчас для вас задач нет")))));
        today("2026-01-15T10:00:00");
        page(Role.CLASS_TEACHER, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Отметить класс: "),
                                containsString("Ваши просроченные дела — в «Моих задачах»"),
                                not(containsString("ничего не просрочено")),
                                not(containsString("дальше недели")))));
    }

    @Test
    void beforeTheTermsAreConfirmedNothingIsCalledLate() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        today("2025-11-28T10:00:00");
        programmeId = school.startUnconfirmed("target-model", "2025-2026");

        page(Role.DIRECTOR, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("сначала куратор подтвердит сроки года"),
                                containsString("Сроки года ещё не подтверждены."),
                                not(containsString("срок прошёл")))));
        page(Role.CURATOR, "/").andExpect(content().string(containsString("Подтвердить сроки")));
        // Of September; and of May.
        for (String path : List.of("", "/year", "/activities/000-1.2.1")) {
            page(Role.DIRECTOR, "/programmes/" + programmeId + path)
                    .andExpect(content()
                            .string(allOf(containsString("не начато"), not(containsString("30.09.2025, впереди")))));
        }
        page(Role.DIRECTOR, "/")
                .andExpect(content().string(allOf(containsString(">не начат<"), containsString(">впереди<"))));
    }

    @Test
    void whileTheEngineWorksThePageSaysSoAndLooksAgain() throws Exception {
        startOwnProgramme();
        for (Task task : school.tasks(programmeId)) {
            if (List.of("000-1.1.1").contains(school.item(task))) {
                school.as(Role.DEPUTY, () -> {
                    taskService.claim(task.getId(), school.login(Role.DEPUTY));
                    taskService.complete(task.getId(), Map.of("outcome", "not-held", "note", "Школе это не нужно"));
                    return null;
                });
            }
        }

        page(Role.TEACHER, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Система готовит следующие задачи"),
                                containsString("http-equiv=\"refresh\""),
                                not(containsString("Сейчас для вас задач нет")))));
        school.runJobs();
        page(Role.TEACHER, "/")
                .andExpect(content()
                        .string(allOf(containsString("Сейчас для вас задач нет"), not(containsString("http-equiv")))));
    }

    @Test
    void whatWasClosedIsTakenBackAndCorrectedOnThePages() throws Exception {
        startOwnProgramme();
        String page = "/programmes/" + programmeId + "/activities/000-1.1.1";
        school.complete(
                Role.DEPUTY, taskOf("000-1.1.1"), Map.of("outcome", "done", "date", "2025-08-25", "note", "Собрали"));

        page(Role.DEPUTY, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Вы только что сделали"), containsString("отменить можно до 10:10"))));
        page(Role.CURATOR, "/").andExpect(content().string(not(containsString("Вы только что сделали"))));
        page(Role.DEPUTY, page).andExpect(content().string(containsString("Отменить завершение")));
        send(Role.TEACHER, page + "/take-back").andExpect(status().isForbidden());
        send(Role.DEPUTY, page + "/take-back").andExpect(status().isSeeOther());
        page(Role.DEPUTY, page)
                .andExpect(content()
                        .string(allOf(
                                containsString("Завершение отменено: "),
                                containsString("Было: "),
                                containsString("Собрали"),
                                containsString("Открыть"))));
        page(Role.TEACHER, "/programmes/" + programmeId + "?q=1.1.1&state=OPEN")
                .andExpect(content().string(containsString(">1.1.1<")));

        school.complete(Role.DEPUTY, taskOf("000-1.1.1"), Map.of("outcome", "done", "date", "2025-08-25"));
        today("2025-08-26T12:00:00");
        page(Role.DEPUTY, page)
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Отменить завершение")), not(containsString("Исправить запись")))));
        send(Role.DEPUTY, page + "/take-back").andExpect(status().isSeeOther());
        send(Role.DEPUTY, page + "/correct", "outcome", "done", "date", "2025-08-20", "reason", "Ошибка")
                .andExpect(status().isForbidden());
        send(Role.CURATOR, page + "/correct", "outcome", "done", "date", "2025-08-20")
                .andExpect(status().isSeeOther());
        page(Role.CURATOR, page).andExpect(content().string(not(containsString("20.08.2025"))));
        send(Role.CURATOR, page + "/correct", "outcome", "done", "date", "2025-08-20", "reason", "Ошиблись днём")
                .andExpect(status().isSeeOther());
        page(Role.TEACHER, page)
                .andExpect(content()
                        .string(allOf(
                                containsString("20.08.2025"),
                                containsString("Запись исправлена: "),
                                containsString("Почему: Ошиблись днём"),
                                not(containsString("Исправить запись")))));
    }

    /** An event is planned and reported in forms: each is taken back in turn, with what was recorded in it. */
    @Test
    void theStepsOfAnEventAreTakenBackOneByOne() throws Exception {
        startOwnProgramme();
        String item = "000-1.2.3";
        String page = "/programmes/" + programmeId + "/activities/" + item;
        step(item, "outcome", "done", "eventDate", "2025-08-26", "place", "Актовый зал");
        page(Role.DEPUTY, "/").andExpect(content().string(containsString("Отменить: Назначить: ")));
        page(Role.CURATOR, page).andExpect(content().string(not(containsString("Отменить этот шаг"))));
        send(Role.CURATOR, page + "/take-back").andExpect(status().isForbidden());
        page(Role.DEPUTY, page)
                .andExpect(content().string(allOf(containsString("Отменить этот шаг"), containsString("Актовый зал"))));
        send(Role.DEPUTY, page + "/take-back").andExpect(status().isSeeOther());
        assertThat(taskOf(item).getTaskDefinitionKey()).isEqualTo("Task_PlanEvent");
        assertThat(taskOf(item).getAssignee()).isEqualTo(school.login(Role.DEPUTY));
        page(Role.DEPUTY, page).andExpect(content().string(not(containsString("Актовый зал"))));

        step(item, "outcome", "done", "eventDate", "2025-08-26", "place", "Спортзал");
        step(item, "outcome", "done", "date", "2025-08-26", "came", "40");
        page(Role.DEPUTY, page).andExpect(content().string(containsString("Отменить завершение")));
        send(Role.DEPUTY, page + "/take-back").andExpect(status().isSeeOther());
        assertThat(taskOf(item).getTaskDefinitionKey()).isEqualTo("Task_ReportEvent");
        page(Role.DEPUTY, page)
                .andExpect(content()
                        .string(allOf(not(containsString("Отменить завершение")), containsString("Спортзал"))));
        step(item, "outcome", "done", "date", "2025-08-26", "came", "41");
        page(Role.DEPUTY, page).andExpect(content().string(containsString("Отменить завершение")));
    }

    /** What has become a paper, or goes on with others, is not taken back. */
    @Test
    void aStepOfWhichMoreHasComeIsNotTakenBack() throws Exception {
        startOwnProgramme();
        String page = "/programmes/" + programmeId + "/activities/000-1.2.1";
        step("000-1.2.1", "outcome", "done", "eventDate", "2025-08-26", "place", "Актовый зал");
        step("000-1.2.1", "outcome", "done", "date", "2025-08-26", "came", "40");
        page(Role.DEPUTY, page)
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Отменить этот шаг")), not(containsString("Отменить завершение")))));
        send(Role.DEPUTY, page + "/take-back")
                .andExpect(status().isSeeOther())
                .andExpect(flash().attributeExists("correction"));
    }

    @Test
    void plainActivitiesAreTickedTogether() throws Exception {
        startOwnProgramme();
        String form =
                page(Role.DEPUTY, "/tasks/several").andReturn().getResponse().getContentAsString();
        List<String> plain = Pattern.compile("name=\"taskId\" value=\"([^\"]+)\"")
                .matcher(form)
                .results()
                .map(box -> box.group(1))
                .toList();
        assertThat(plain)
                .contains(taskOf("000-1.1.1").getId())
                .doesNotContain(taskOf("000-1.2.1").getId());
        assertThat(form).contains("По одному: ", "нужны числа, решение, номер или документ");

        send(Role.DEPUTY, "/tasks/several", "date", "2025-08-26")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Отметьте хотя бы одно")));
        send(Role.DEPUTY, "/tasks/several", "taskId", taskOf("000-1.2.1").getId(), "date", "2025-08-26", "note", "Да")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("отмечают на его странице")));
        send(Role.DEPUTY, "/tasks/several", "taskId", plain.get(0), "date", "2025-08-26")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("к итогу ничего не приложено. Напишите")));
        send(Role.DEPUTY, "/tasks/several", "taskId", "gone", "date", "2025-08-26", "note", "Журнал")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("уже закрыта или передана другому")));
        assertThat(taskService.createTaskQuery().taskId(plain.get(0)).count())
                .as("nothing proves it")
                .isOne();
        send(Role.DEPUTY, "/tasks/several", "taskId", String.join(",", plain), "date", "2025-08-26", "note", "Журнал")
                .andExpect(status().isSeeOther());
        assertThat(taskService
                        .createTaskQuery()
                        .taskIdIn(plain.toArray(String[]::new))
                        .count())
                .isZero();
        page(Role.DEPUTY, "/").andExpect(content().string(containsString("Вы только что сделали")));
    }

    @Test
    void stagesFoldAndNamesStandBesideRoles() throws Exception {
        startOwnProgramme();
        String page = "/programmes/" + programmeId;
        String curators = page(Role.CURATOR, page).andReturn().getResponse().getContentAsString();
        assertThat(curators.split("<details class=\"card stage\"", -1)).hasSize(8);
        assertThat(curators.split("<details class=\"card stage\" id=\"[^\"]+\" open=", -1))
                .as("those that run are open, the others folded")
                .hasSizeBetween(2, 7);
        String deputy = staff.nameBehind(school.login(Role.DEPUTY)).split(" ")[0];
        assertThat(curators).contains("Развернуть всё", "К этапу:", "id=\"load\"", "впереди: ", "ждём: " + deputy);
        page(Role.TEACHER, page)
                .andExpect(content()
                        .string(allOf(
                                not(containsString("id=\"load\"")),
                                not(containsString("ждём: ")),
                                containsString(deputy))));
        page(Role.CURATOR, page + "/activities/000-1.2.1").andExpect(content().string(containsString(": " + deputy)));
        assertThat(page(Role.CURATOR, page + "?q=7.1.1")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("what was looked for is seen at once")
                .containsPattern("<details class=\"card stage\" id=\"[^\"]+\" open=");
    }

    private void step(String item, String... fields) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            input.put(fields[i], fields[i + 1]);
        }
        TestClock.moveTo(TestClock.now().plusSeconds(2));
        school.complete(Role.DEPUTY, taskOf(item), input);
    }

    /** The number is given, and people are still to be told: one row must not say two things. */
    @Test
    void anActivityWhoseEndIsRecordedSaysWhatIsLeft() throws Exception {
        startOwnProgramme();
        school.as(
                Role.CURATOR,
                () -> outcomes.record(
                        Long.valueOf(programmeId),
                        "000-1.1.1",
                        new OutcomeInput(Outcome.DONE, LocalDate.of(2025, 8, 20), "41-о", null, null)));

        page(Role.TEACHER, "/programmes/" + programmeId + "?q=1.1.1")
                .andExpect(content().string(containsString("итог записан, остались последние шаги")));
    }

    private ResultActions send(Role role, String path, String... fields) throws Exception {
        var request = post(path).session(login(school.login(role))).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    private Task taskOf(String item) {
        return school.tasks(programmeId).stream()
                .filter(task -> item.equals(taskService.getVariable(task.getId(), "roadmapItem")))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions open(Role role, String taskId) throws Exception {
        return mvc.perform(post("/tasks/" + taskId + "/open")
                .session(login(school.login(role)))
                .with(csrf()));
    }

    private ResultActions page(Role role, String path) throws Exception {
        return mvc.perform(get(path).session(login(school.login(role))));
    }

    private MockHttpSession login(String account) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin("/login").user(account).password(TestSchool.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private static void today(String moment) {
        TestClock.moveTo(LocalDateTime.parse(moment));
    }
}
