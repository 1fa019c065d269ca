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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
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
    Reminders reminders;

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
                .andExpect(jsonPath("$[0].responsible").value("deputy"))
                .andExpect(jsonPath("$[0].state").value("CLOSED"))
                .andExpect(jsonPath("$[0].outcome").value("done"))
                .andExpect(jsonPath("$[0].evidence[0].kind").value("link"))
                .andExpect(jsonPath("$[0].evidence[0].url").value("https://school.example.org/news/1"))
                .andExpect(jsonPath("$[1].state").value("OPEN"))
                .andExpect(jsonPath("$[1].outcome").value(nullValue()))
                .andExpect(jsonPath("$[1].responsible").value("deputy"))
                .andExpect(jsonPath("$[55].state").value("PLANNED"));
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
    void aTaskWithAFormOpensInTasklist() throws Exception {
        startOwnProgramme();
        Task task = taskOf("000-1.2.1");

        open(Role.DEPUTY, task.getId())
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/camunda/app/tasklist/default/#/?task=" + task.getId()));
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
        page(Role.TEACHER, "/").andExpect(content().string(containsString("У вас ничего не просрочено")));
        page(Role.CURATOR, "/programmes/" + programmeId + "?state=OVERDUE")
                .andExpect(content().string(allOf(containsString(">1.1.1<"), not(containsString(">1.2.1<")))));
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
