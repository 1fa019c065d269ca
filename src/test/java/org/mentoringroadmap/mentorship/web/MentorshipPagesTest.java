package org.mentoringroadmap.mentorship.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pages and JSON of pairs, as browsers and programs ask for them. */
@ApplicationTest
class MentorshipPagesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private String today;
    private MockHttpSession curator;

    @BeforeEach
    void start() throws Exception {
        school = schools.create(Role.CURATOR, Role.MENTOR);
        today = LocalDate.now(clock).toString();
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        curator = session(Role.CURATOR);
    }

    @Test
    void theWayOfAPairOnPages() throws Exception {
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("Пар пока нет")));
        add(school.staffId(Role.MENTOR), true).andExpect(status().isSeeOther());
        add(null, true);
        Mentorship pair = pairs().get(0);
        school.runJobs();
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("П-001")))
                .andExpect(content().string(containsString("Работает")))
                .andExpect(content().string(containsString("не указан")));

        as(curator, meeting(pair.id() + ".organisational"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrlPattern("/programmes/*/meetings?*"));
        as(curator, get("/programmes/{id}/meetings", programme).param("missing", "organisational"))
                .andExpect(content().string(not(containsString(">П-001<"))))
                .andExpect(content().string(containsString(">П-002<")));
        as(curator, get("/programmes/{id}/pairs/{p}", programme, pair.id()))
                .andExpect(content().string(containsString("Организационная")));

        MockHttpServletRequestBuilder end = post("/programmes/{id}/pairs/{p}/end", programme, pair.id())
                .param("reason", "Разошлись интересы")
                .param("searchAgain", "true");
        as(curator, end).andExpect(status().isSeeOther());
        as(curator, end)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("П-001 уже закончила работу")));
        as(curator, get("/programmes/{id}/searches", programme))
                .andExpect(content().string(containsString("Н-001")));
        as(
                        curator,
                        get("/programmes/{id}/pairs/new", programme)
                                .param("continuesId", pair.id().toString()))
                .andExpect(content().string(containsString("Продолжит работу")));
    }

    @Test
    void theSearchFindsOnesOwnPairsAndTheCodesOfSearches() throws Exception {
        add(school.staffId(Role.MENTOR), true);
        add(null, true);
        school.runJobs();
        MockHttpSession mentor = session(Role.MENTOR);
        for (String text : List.of("п-0", "пара")) {
            as(mentor, get("/search").param("q", text))
                    .andExpect(content().string(containsString(">пара П-001<")))
                    .andExpect(content().string(containsString("href=\"/mentoring\"")))
                    .andExpect(content().string(not(containsString("П-002"))));
        }

        as(
                curator,
                post("/programmes/{id}/pairs/{p}/end", programme, pairs().get(1).id())
                        .param("reason", "Разошлись интересы")
                        .param("searchAgain", "true"));
        as(curator, get("/search").param("q", "н-001"))
                .andExpect(content().string(containsString("Н-001")))
                .andExpect(content().string(containsString("/searches?state=ALL&amp;q=%D0%9D-001")));
        as(mentor, get("/search").param("q", "н-001")).andExpect(content().string(containsString("Ничего не нашлось")));
    }

    @Test
    void aPairWorksByACardOfTheBank() throws Exception {
        for (int i = 0; i < 3; i++) {
            add(null, false);
        }
        Mentorship pair = pairs().get(0);
        as(
                curator,
                post("/programmes/{id}/pairs/{p}", programme, pairs().get(1).id())
                        .param("form", "pupil-pupil"));
        CardDetails details = new CardDetails(
                "Решаем вместе", MentoringForm.PUPIL_PUPIL, null, null, null, null, null, null, null, null, null);
        Long card = school.as(Role.CURATOR, () -> bank.add(null, details).id());
        TestSchool other = schools.create(Role.CURATOR);
        Long foreign = other.as(Role.CURATOR, () -> bank.add(null, details).id());

        as(curator, card(pair, card).param("likewise", "true")).andExpect(status().isSeeOther());
        as(curator, get("/programmes/{id}/pairs/{p}", programme, pair.id()))
                .andExpect(content().string(containsString("/programme-cards/" + card)));
        assertThat(pairs()).extracting(each -> each.cardId().orElse(null)).containsExactly(card, card, null);
        as(curator, card(pair, foreign)).andExpect(status().isNotFound());
        as(curator, card(pair, null)).andExpect(status().isSeeOther());
        assertThat(pairs().get(0).cardId()).isEmpty();
    }

    private MockHttpServletRequestBuilder card(Mentorship pair, Long card) {
        return post("/programmes/{id}/pairs/{p}/card", programme, pair.id())
                .param("cardId", card == null ? "" : card.toString());
    }

    @Test
    void allOfAPageAtOnce() throws Exception {
        add(null, true);
        add(null, true);
        String[] ids = pairs().stream().map(pair -> pair.id().toString()).toArray(String[]::new);

        as(
                        curator,
                        post("/programmes/{id}/meetings", programme)
                                .param("kind", "trial")
                                .param("pairIds", ids)
                                .param("date", today))
                .andExpect(status().isSeeOther());

        as(curator, get("/api/programmes/{id}/mentorships", programme))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].meetings[0].kind", org.hamcrest.Matchers.contains("trial", "trial")))
                .andExpect(jsonPath("$.items[0].code").value("П-001"))
                .andExpect(content().string(not(containsString("Примеров"))));
    }

    @Test
    void badInputIsAnsweredInRussian() throws Exception {
        add(null, true);
        Long pair = pairs().get(0).id();

        as(curator, post("/programmes/{id}/meetings", programme).param("kind", "trial"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("хотя бы одну пару")));
        as(curator, post("/programmes/{id}/meetings", programme).param("cell", pair + ".trial"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Укажите день")));
        as(curator, post("/programmes/{id}/pairs/{p}/end", programme, pair))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Напишите причину")));
        as(curator, get("/programmes/{id}/pairs/{p}", programme, 987654321)).andExpect(status().isNotFound());
        as(curator, meeting("987654321.trial")).andExpect(status().isNotFound());
    }

    @Test
    void aMentorSeesAndKeepsTheOwnPairsOnly() throws Exception {
        add(school.staffId(Role.MENTOR), true);
        add(null, true);
        List<Mentorship> pairs = pairs();
        MockHttpSession mentor = session(Role.MENTOR);

        as(mentor, get("/mentoring"))
                .andExpect(content().string(containsString("П-001")))
                .andExpect(content().string(not(containsString("П-002"))));
        as(mentor, own(pairs.get(0))).andExpect(status().isSeeOther());
        as(mentor, own(pairs.get(1))).andExpect(status().isForbidden());
        as(mentor, get("/programmes/{id}/pairs", programme)).andExpect(status().isForbidden());
        as(mentor, get("/api/programmes/{id}/mentorships", programme)).andExpect(status().isForbidden());
    }

    @Test
    void anotherSchoolFindsNothing() throws Exception {
        add(null, true);
        TestSchool other = schools.create(Role.CURATOR);
        MockHttpSession stranger = session(other, Role.CURATOR);

        as(stranger, get("/programmes/{id}/pairs", programme)).andExpect(status().isNotFound());
        as(stranger, meeting(pairs().get(0).id() + ".trial")).andExpect(status().isNotFound());
    }

    @Test
    void theWatchShowsWhoIsMissingAndEnds() throws Exception {
        add(school.staffId(Role.MENTOR), true);
        String task = watch();

        as(curator, get("/tasks/meetings").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("П-001")));
        as(curator, post("/tasks/meetings").param("taskId", task).param("outcome", "not-held"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("почему это не проводится")));
        as(
                        curator,
                        post("/tasks/meetings")
                                .param("taskId", task)
                                .param("outcome", "done")
                                .param("date", today))
                .andExpect(status().isSeeOther());
        as(curator, get("/tasks/meetings").param("taskId", task)).andExpect(status().isNotFound());
    }

    private String watch() {
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", school.id(),
                "programmeId", programme.toString(),
                "roadmapItem", "000-6.1.1",
                "title", "Первая встреча",
                "guide", "Пары знакомятся.",
                "start", today + "T08:00:00",
                "due", today + "T18:00:00",
                "responsible", "curator",
                "meetingKind", "organisational"));
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("meetings-watch", programme.toString(), input));
        school.runJobs();
        return school.tasks(programme.toString()).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_WatchMeetings"))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private ResultActions add(Long mentor, boolean begin) throws Exception {
        return as(
                curator,
                post("/programmes/{id}/pairs", programme)
                        .param("kind", "PAIR")
                        .param("mentorId", mentor == null ? "" : mentor.toString())
                        .param("begin", String.valueOf(begin)));
    }

    private MockHttpServletRequestBuilder meeting(String cell) {
        return post("/programmes/{id}/meetings", programme).param("cell", cell).param("date", today);
    }

    private MockHttpServletRequestBuilder own(Mentorship pair) {
        return post("/mentoring/meetings")
                .param("programmeId", programme.toString())
                .param("pairId", pair.id().toString())
                .param("kind", "organisational")
                .param("date", today);
    }

    private List<Mentorship> pairs() {
        return mentorships.of(programme);
    }

    private ResultActions as(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    private MockHttpSession session(Role role) throws Exception {
        return session(school, role);
    }

    private MockHttpSession session(TestSchool of, Role role) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(of.login(role)).password(TestSchool.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
