package org.mentoringroadmap.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The tasks of the formation of pairs on their pages: the board inside, and the end. */
@ApplicationTest
class MatchingTaskPagesTest {
    private static final String TASKLIST = "/camunda/app/tasklist/default/?task=1";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MatchingRuns runs;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private Steps steps;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private PeopleToMatch people;

    @BeforeEach
    void start() {
        school = schools.create(Role.CURATOR, Role.TEACHER);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        people = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
    }

    @Test
    void theFirstPassShowsTheBoardAndCounts() throws Exception {
        people.mentees(2, List.of());
        people.mentors(1, List.of(), 1);
        String task = task("compare", "curator");

        as(Role.CURATOR, get("/tasks/matching").param("taskId", task).param("callbackUrl", TASKLIST))
                .andExpect(content()
                        .string(allOf(
                                containsString("Предложено пар: <b>1</b>, без наставника: <b>1</b>"),
                                not(containsString("Проверить и подтвердить пары")))));
        as(Role.CURATOR, get("/tasks/matching").param("taskId", task).param("view", "left"))
                .andExpect(content().string(containsString("Выбрать наставника")));
        as(Role.CURATOR, end("/tasks/matching", task)).andExpect(redirectedUrl(TASKLIST));
        assertThat(step().figures()).containsEntry("mentees", 2).containsEntry("mentors", 1);
    }

    @Test
    void whoCameAfterTheTaskIsNotCalledNobody() throws Exception {
        String task = task("compare", "curator");
        people.mentees(1, List.of());
        people.mentors(1, List.of(), 1);

        as(Role.CURATOR, get("/tasks/matching").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("Пары ещё не подбирали."),
                                not(containsString("В парах и группах уже")),
                                not(containsString("пока некого сравнивать")))));
    }

    @Test
    void aSchoolOnPaperTypesItsNumbers() throws Exception {
        String task = task("compare", "curator");
        as(Role.CURATOR, get("/tasks/matching").param("taskId", task))
                .andExpect(content().string(containsString("пока некого сравнивать")));
        as(Role.CURATOR, end("/tasks/matching", task)).andExpect(status().isBadRequest());
        as(
                        Role.CURATOR,
                        end("/tasks/matching", task)
                                .param("mentees", "7")
                                .param("mentors", "4")
                                .param("candidates", "9"))
                .andExpect(status().isSeeOther());
        assertThat(step().figures()).containsEntry("mentees", 7).containsEntry("candidates", 9);
    }

    @Test
    void theDecisionIsConfirmedInsideTheTaskAndEndsIt() throws Exception {
        people.mentees(3, List.of());
        people.mentors(1, List.of(), 2);
        String task = task("decide", "curator");
        Long run = school.as(
                Role.CURATOR, () -> runs.latest(programme).orElseThrow().id());
        String page = as(Role.CURATOR, get("/tasks/pairs").param("taskId", task).param("callbackUrl", TASKLIST))
                .andExpect(content().string(containsString("Проверить и подтвердить пары")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("name=\"taskPath\" value=\"/tasks/pairs\"", "taskPath=%2Ftasks%2Fpairs");

        as(Role.CURATOR, end("/tasks/pairs", task))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Впишите, сколько пар")));
        as(
                        Role.CURATOR,
                        post("/matching-runs/{r}/confirm", run)
                                .param("taskPath", "/tasks/pairs")
                                .param("taskId", task)
                                .param("callbackUrl", TASKLIST))
                .andExpect(header().string("Location", startsWith("/tasks/pairs?taskId=" + task)));
        Long left = school.as(
                Role.CURATOR, () -> runs.board(run).left().get(0).mentee().id());
        as(Role.CURATOR, get("/tasks/pairs").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("В парах и группах уже: 2 чел."),
                                containsString("Без наставника: 1. Кому из них нужна поддержка"),
                                containsString("id=\"support-" + left + "\""))));
        as(Role.CURATOR, end("/tasks/pairs", task).param("support", left.toString()))
                .andExpect(redirectedUrl(TASKLIST));
        assertThat(mentorships.of(programme)).hasSize(2);
        assertThat(step().figures())
                .containsEntry("pairs", 2)
                .containsEntry("unmatched", 1)
                .containsEntry("supportNeeded", 1);
        assertThat(searches.count(programme, MentorSearch.State.SEARCHING)).isEqualTo(1);
    }

    @Test
    void aForeignAddressIsNoWayBack() throws Exception {
        people.mentees(1, List.of());
        people.mentors(1, List.of(), 1);
        task("decide", "curator");
        Long run = school.as(
                Role.CURATOR, () -> runs.latest(programme).orElseThrow().id());

        as(
                        Role.CURATOR,
                        post("/matching-runs/{r}/rerun", run)
                                .param("taskPath", "//elsewhere.example/tasks/pairs")
                                .param("taskId", "1"))
                .andExpect(header().string("Location", startsWith("/matching-runs/")));
    }

    @Test
    void whoMayNotSeeThePeopleTypesNumbersOnly() throws Exception {
        String name = people.mentees(1, List.of()).get(0).person().fullName();
        people.mentors(1, List.of(), 1);
        String task = task("compare", "teacher");

        as(Role.TEACHER, get("/tasks/matching").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(name))));
    }

    private StepRecord step() {
        return steps.of(programme).get(0);
    }

    private MockHttpServletRequestBuilder end(String page, String task) {
        return post(page)
                .param("taskId", task)
                .param("callbackUrl", TASKLIST)
                .param("outcome", "done")
                .param("date", LocalDate.now(clock).toString());
    }

    private String task(String pairStep, String responsible) {
        Map<String, Object> input = new HashMap<>();
        for (String name : List.of("firstYear", "secondYear", "title", "guide")) {
            input.put(name, "2026");
        }
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", pairStep.equals("compare") ? "000-5.1.1" : "000-5.1.4");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", responsible);
        input.put("pairStep", pairStep);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey("pair-formation", programme.toString(), input));
        school.runJobs();
        List<Task> open = school.tasks(programme.toString());
        assertThat(open).hasSize(1);
        return open.get(0).getId();
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpSession session = (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
        return mvc.perform(request.session(session).with(csrf()));
    }
}
