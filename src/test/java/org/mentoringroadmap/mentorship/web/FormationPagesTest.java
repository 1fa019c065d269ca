package org.mentoringroadmap.mentorship.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
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

/** The pages of a proposed mentor, of mentors' duties and of the searches, as curator and others see them. */
@ApplicationTest
class FormationPagesTest {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

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
    private MentorSearches searches;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Steps steps;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER, Role.PSYCHOLOGIST);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        curator = session(Role.CURATOR);
    }

    @Test
    void aProposalSaysWhoToWhomAndWhy() throws Exception {
        MentorSearch search = searchFor(mentee("Ждунова"));
        mentor("Образцов", ParticipantCategory.EMPLOYEE);
        String task = task("Task_ReviewProposal");

        as(curator, get("/tasks/proposal").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ждунова Пример"),
                                containsString("Образцов Пример"),
                                not(containsString("Предложение больше не действует")),
                                containsString("Принять: это пара"))));
        as(curator, get("/programmes/{id}/searches", programme))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ждунова Пример"),
                                containsString("предлагаем: <b>Образцов Пример"),
                                containsString("/tasks/proposal?taskId=" + task))));
        as(
                        curator,
                        get("/programmes/{id}/pairs/new", programme)
                                .param("searchId", search.id().toString()))
                .andExpect(content().string(containsString("закроется: наставник найден")));
        as(curator, get("/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Сейчас у вас дел: 1."),
                                containsString("Рассмотреть предложение: " + search.code()),
                                containsString("Ждунова Пример"))));
        as(session(Role.DEPUTY), get("/"))
                .andExpect(content()
                        .string(allOf(containsString("Скоро срок у других"), containsString("Ждунова Пример"))));
        as(session(Role.TEACHER), get("/")).andExpect(content().string(not(containsString("Ждунова"))));
        for (Role other :
                List.of(Role.PSYCHOLOGIST, Role.DEPUTY)) { // the task is the curator's: no link that finds nothing
            as(session(other), get("/programmes/{id}/searches", programme))
                    .andExpect(content()
                            .string(allOf(containsString("Ждунова Пример"), not(containsString("/tasks/proposal")))));
            as(session(other), get("/tasks/proposal").param("taskId", task)).andExpect(status().isNotFound());
        }
        as(session(Role.TEACHER), get("/tasks/proposal").param("taskId", task)).andExpect(status().isNotFound());
        as(curator, decide(task, "done")).andExpect(redirectedUrl(TASKLIST));

        assertThat(searches.get(programme, search.id()).state()).isEqualTo(MentorSearch.State.FOUND);
        as(curator, get("/tasks/proposal").param("taskId", task)).andExpect(status().isNotFound());
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("Ждунова П.")));
    }

    @Test
    void aRefusalNeedsAReasonAndKeepsWhatWasTyped() throws Exception {
        MentorSearch search = searchFor(mentee("Ждунова"));
        mentor("Образцов", ParticipantCategory.EMPLOYEE);
        String task = task("Task_ReviewProposal");

        as(curator, decide(task, "not-held").param("note", " "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Напишите причину")));
        as(curator, decide(task, "not-held").param("note", "Живут далеко друг от друга"))
                .andExpect(status().isSeeOther());

        assertThat(searches.get(programme, search.id()).state()).isEqualTo(MentorSearch.State.SEARCHING);
        school.runJobs();
        assertThat(school.tasks(programme.toString())).isEmpty();
    }

    @Test
    void searchesBeginForPeopleOfTheRegisterAndForCodes() throws Exception {
        Participant anna = mentee("Ждунова");
        as(curator, get("/programmes/{id}/searches", programme).param("menteeQuery", "ждун"))
                .andExpect(content().string(containsString("value=\"" + anna.id() + "\"")));

        as(
                        curator,
                        post("/programmes/{id}/searches", programme)
                                .param("menteeIds", anna.id().toString()))
                .andExpect(status().isSeeOther());
        as(
                        curator,
                        post("/programmes/{id}/searches", programme)
                                .param("menteeIds", anna.id().toString()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("наставника уже ищут")));
        as(curator, post("/programmes/{id}/searches", programme)).andExpect(status().isSeeOther());
        Long code = searches.find(programme, "Н-002", Optional.empty(), 0)
                .getContent()
                .get(0)
                .id();
        Participant boris = mentee("Терпелов");
        as(curator, get("/programmes/{id}/searches/{s}/mentee", programme, code))
                .andExpect(content().string(containsString("Терпелов Пример")));
        as(curator, post("/programmes/{id}/searches/{s}/mentee", programme, code))
                .andExpect(status().isBadRequest());
        as(
                        curator,
                        post("/programmes/{id}/searches/{s}/mentee", programme, code)
                                .param("menteeIds", boris.id().toString()))
                .andExpect(status().isSeeOther());

        as(curator, get("/programmes/{id}/searches", programme))
                .andExpect(content()
                        .string(allOf(
                                containsString("Терпелов Пример"),
                                containsString("menteeIds=" + boris.id()),
                                not(containsString("знает школа")))));
        as(session(Role.PSYCHOLOGIST), get("/programmes/{id}/searches/{s}/mentee", programme, code))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoeverHasNotConsentedToTheDutiesIsNamed() throws Exception {
        Participant first = mentor("Педагогова", ParticipantCategory.TEACHER);
        Participant second = mentor("Учителев", ParticipantCategory.TEACHER);
        pair(first);
        pair(second);
        consent(second, ConsentKind.DUTIES);
        String task = startDuties("curator");

        as(curator, get("/tasks/duties").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Педагогова Пример"),
                                containsString("П-001"),
                                containsString("без согласия приказ не утвердят"),
                                not(containsString("Согласия есть у всех работников школы")),
                                not(containsString("Учителев Пример")))));
        as(
                        curator,
                        post("/tasks/duties")
                                .param("taskId", task)
                                .param("callbackUrl", TASKLIST)
                                .param("note", "Подпишет в понедельник"))
                .andExpect(redirectedUrl(TASKLIST));

        assertThat(steps.of(programme)).singleElement().satisfies(step -> {
            assertThat(step.figures()).isEqualTo(Map.of("needed", 2, "received", 1));
            assertThat(step.note()).contains("Подпишет в понедельник");
        });
        as(curator, get("/tasks/duties").param("taskId", task)).andExpect(status().isNotFound());
    }

    /** Nobody is missing where nobody is asked, and that is another sentence than that all have signed. */
    @Test
    void whereNobodyIsMissingThePageSaysWhy() throws Exception {
        Participant teacher = mentor("Учителев", ParticipantCategory.TEACHER);
        Mentorship pair = pair(teacher);
        String task = startDuties("curator");
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        teacher.id(),
                        ConsentKind.DUTIES,
                        LocalDate.now(clock),
                        Set.of(Signer.SELF))); // not looked at yet
        as(curator, get("/tasks/duties").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("Согласия есть у всех работников школы,"),
                                not(containsString("не с кого")))));

        school.as(Role.CURATOR, () -> {
            management.end(programme, pair.id(), "Переезд", null, false);
            return null;
        });
        as(curator, get("/tasks/duties").param("taskId", task))
                .andExpect(content()
                        .string(allOf(
                                containsString("собирать согласия не с кого"),
                                not(containsString("Согласия есть у всех работников школы,")))));
    }

    @Test
    void whoMayNotLookAtThePairsSeesNoNames() throws Exception {
        pair(mentor("Педагогова", ParticipantCategory.TEACHER));
        String task = startDuties("teacher");

        as(session(Role.TEACHER), get("/tasks/duties").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Педагогова"))));
    }

    @Test
    void aTaskOfAnotherPageIsNotShownHere() throws Exception {
        pair(mentor("Педагогова", ParticipantCategory.TEACHER));
        String duties = startDuties("curator");
        searchFor(mentee("Ждунова"));
        mentor("Образцов", ParticipantCategory.EMPLOYEE);

        as(curator, get("/tasks/proposal").param("taskId", duties)).andExpect(status().isNotFound());
        as(curator, get("/tasks/duties").param("taskId", task("Task_ReviewProposal")))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder decide(String task, String outcome) {
        return post("/tasks/proposal")
                .param("taskId", task)
                .param("callbackUrl", TASKLIST)
                .param("outcome", outcome);
    }

    private MentorSearch searchFor(Participant mentee) {
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programme, false, mentee.id()));
        school.runJobs();
        return search;
    }

    private Participant mentee(String name) {
        return consent(enter(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, name), ConsentKind.PROCESSING);
    }

    private Participant mentor(String name, ParticipantCategory category) {
        return consent(enter(ParticipantRole.MENTOR, category, name), ConsentKind.PROCESSING);
    }

    private Participant enter(ParticipantRole role, ParticipantCategory category, String name) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        role,
                        PersonDetails.named(name, "Пример", null, null),
                        ParticipantDetails.of(role, category, null)));
    }

    private Participant consent(Participant participant, ConsentKind kind) {
        Set<Signer> signers =
                participant.category().mayBeMinor() ? Set.of(Signer.SELF, Signer.REPRESENTATIVE) : Set.of(Signer.SELF);
        school.as(Role.CURATOR, () -> consents.register(participant.id(), kind, LocalDate.now(clock), signers));
        school.runJobs();
        return participant;
    }

    private Mentorship pair(Participant mentor) {
        return school.as(
                Role.CURATOR,
                () -> management.add(
                        programme,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                        new MemberChoice(mentor.id(), List.of())));
    }

    private String startDuties(String responsible) {
        Map<String, Object> input = new HashMap<>(Map.of("pairStep", "decide"));
        for (String name : List.of("firstYear", "secondYear", "title", "guide")) {
            input.put(name, "2026");
        }
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", "000-5.1.4");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", responsible);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.createProcessInstanceByKey("pair-formation")
                        .businessKey(programme.toString())
                        .setVariables(input)
                        .startBeforeActivity("Task_CollectDuties")
                        .execute());
        school.runJobs();
        return task("Task_CollectDuties");
    }

    private String task(String definitionKey) {
        List<Task> open = school.tasks(programme.toString()).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(definitionKey))
                .toList();
        assertThat(open).hasSize(1);
        return open.get(0).getId();
    }

    private ResultActions as(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    private MockHttpSession session(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}
