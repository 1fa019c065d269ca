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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pages of pairs with people from the registers: who sees which name. */
@ApplicationTest
class MemberPagesTest {
    private static final String NAME = "Подопечнова Анна";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MentorshipLifecycle lifecycle;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private Long mentor;
    private Long mentee;
    private Consent consent;
    private MockHttpSession curator;

    @BeforeEach
    void start() throws Exception {
        school = schools.create(Role.CURATOR, Role.MENTOR, Role.PSYCHOLOGIST, Role.TEACHER, Role.SITE_EDITOR);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        enterPeople();
        curator = session(Role.CURATOR);
    }

    private void enterPeople() {
        LocalDate today = LocalDate.now(clock);
        Long classId = school.addClass("5А");
        ParticipantDetails secret = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId)
                .copy()
                .difficulties("Тревожится у доски")
                .topics(List.of(Topic.of(TopicKind.REQUEST, "Дроби"), Topic.of(TopicKind.INTEREST, "Шахматы")))
                .hours(Set.of(new Hour(1, 840, 900)))
                .needs(Set.of(Need.LOW_RESULTS))
                .done();
        PersonDetails child = new PersonDetails(
                "Подопечнова",
                "Анна",
                null,
                LocalDate.of(2014, 3, 2),
                null,
                null,
                null,
                null,
                null,
                "Подопечнова Мария",
                "мать",
                "8 000 111-22-33");
        PersonDetails adult = new PersonDetails(
                "Наставников",
                "Пётр",
                null,
                LocalDate.of(1990, 1, 2),
                null,
                null,
                null,
                null,
                school.staffId(Role.MENTOR),
                null,
                null,
                null);
        school.as(Role.CURATOR, () -> {
            mentee = registers
                    .enter(programme, ParticipantRole.MENTEE, child, secret.asAConsentNeeds(ParticipantRole.MENTEE))
                    .id();
            mentor = registers
                    .enter(
                            programme,
                            ParticipantRole.MENTOR,
                            adult,
                            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null))
                    .id();
            consent = consents.register(mentee, ConsentKind.PROCESSING, today, Set.of(Signer.REPRESENTATIVE));
            Cards.fill(registers, mentee, secret);
            return consents.register(mentor, ConsentKind.PROCESSING, today, Set.of(Signer.SELF));
        });
    }

    @Test
    void aPairIsMadeOfPeopleFromTheRegisters() throws Exception {
        as(curator, get("/programmes/{id}/pairs/new", programme))
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(containsString("Наставников Пётр")))
                .andExpect(content().string(containsString("может взять ещё: 1")));
        as(
                        curator,
                        get("/programmes/{id}/pairs/candidates", programme)
                                .param("side", "MENTEE")
                                .param("q", "ПОДОП"))
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(not(containsString("<html"))));
        as(
                        curator,
                        get("/programmes/{id}/pairs/new", programme)
                                .param("menteeQuery", "никого")
                                .param("menteeIds", mentee.toString())
                                .param("basis", "Обе любят шахматы")
                                .param("kind", "GROUP"))
                .andExpect(content().string(containsString("value=\"" + mentee + "\" checked")))
                .andExpect(content().string(containsString("Обе любят шахматы")));

        add().andExpect(status().isSeeOther());

        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("Подопечнова А., 5А")))
                .andExpect(content().string(containsString("Наставников П.")));
        as(curator, get("/programmes/{id}/pairs", programme).param("q", "подопечнова"))
                .andExpect(content().string(containsString("П-001")));
        pageOfPair(curator)
                .andExpect(content().string(containsString("Встреч ещё нет.")))
                .andExpect(content().string(containsString("/participants/" + mentee)))
                .andExpect(content().string(not(containsString("Тревожится"))))
                .andExpect(content().string(not(containsString("Неудовлетворительные"))));
        pageOfPair(session(Role.PSYCHOLOGIST)).andExpect(content().string(containsString(NAME)));
        pageOfPair(session(Role.TEACHER)).andExpect(status().isForbidden());
        as(curator, get("/api/programmes/{id}/mentorships", programme))
                .andExpect(content().string(containsString("П-001")))
                .andExpect(content().string(not(containsString("Подопечнова"))))
                .andExpect(content().string(not(containsString("Наставников"))));
    }

    @Test
    void aMentorSeesOfTheOwnMenteeWhatThePairNeeds() throws Exception {
        add().andExpect(status().isSeeOther());

        as(session(Role.MENTOR), get("/mentoring"))
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(containsString("5А")))
                .andExpect(content().string(containsString("Дроби")))
                .andExpect(content().string(containsString("Шахматы")))
                .andExpect(content().string(containsString("14:00")))
                .andExpect(content().string(containsString("Подопечнова Мария, мать, 8 000 111-22-33")))
                .andExpect(content().string(not(containsString("Тревожится"))))
                .andExpect(content().string(not(containsString("Неудовлетворительные"))))
                .andExpect(content().string(not(containsString("02.03.2014"))));
        as(session(Role.TEACHER), get("/mentoring")).andExpect(content().string(not(containsString("Подопечнова"))));
    }

    /** The engine's task has a code; its page says whom it is about, to whom that may be told. */
    @Test
    void theMentorsTaskOnTheMainPageNamesTheMentee() throws Exception {
        add().andExpect(status().isSeeOther());
        as(curator, post("/programmes/{id}/pairs/{p}/begin", programme, pair().id()));
        school.runJobs();

        as(session(Role.MENTOR), get("/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Провести встречу"),
                                containsString(">Подопечнова А., 5А<"),
                                containsString("Сейчас у вас дел: 1."))));
        as(session(Role.TEACHER), get("/")).andExpect(content().string(not(containsString("Подопечнова"))));
    }

    @Test
    void withoutAConsentThePageSaysWhatToDo() throws Exception {
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));

        add().andExpect(status().isConflict())
                .andExpect(content().string(containsString("Подопечнова Анна — ")))
                .andExpect(content().string(containsString("Оформите согласие")));
        as(curator, get("/programmes/{id}/pairs/new", programme))
                .andExpect(content().string(not(containsString(NAME))));
        assertThat(mentorships.of(programme)).isEmpty();
    }

    @Test
    void aWithdrawalShowsInThePairAndOnItsOwnPage() throws Exception {
        add().andExpect(status().isSeeOther());
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));

        pageOfPair(curator).andExpect(content().string(containsString("согласие больше не действует")));
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("нет согласия")));
        as(curator, get("/consent-withdrawals/{c}", consent.id()))
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(containsString("П-001")))
                .andExpect(content().string(containsString("/participants/" + mentee)));
        as(session(Role.SITE_EDITOR), get("/consent-withdrawals/{c}", consent.id()))
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(not(containsString("П-001"))))
                .andExpect(content().string(not(containsString("/participants/" + mentee))));
        as(session(Role.TEACHER), get("/consent-withdrawals/{c}", consent.id())).andExpect(status().isForbidden());
        as(curator, get("/consent-withdrawals/{c}", 987654321)).andExpect(status().isNotFound());
        TestSchool other = schools.create(Role.CURATOR);
        as(session(other, Role.CURATOR), get("/consent-withdrawals/{c}", consent.id()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatDoesNotBeginIsSaidOnThePages() throws Exception {
        add().andExpect(status().isSeeOther());
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(not(containsString("Не начали работу"))));
        LocalDate today = LocalDate.now(clock);
        school.as(Role.CURATOR, () -> consents.register(mentor, ConsentKind.DUTIES, today, Set.of(Signer.SELF)));
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));
        school.as(null, List.of(), () -> lifecycle.startAll(programme));

        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("Не начали работу — нет действующего согласия")))
                .andExpect(content().string(containsString("ждёт согласия")));
        pageOfPair(curator)
                .andExpect(content().string(containsString("Работа должна была начаться")))
                .andExpect(content().string(containsString("/pairs/" + pair().id() + "/begin")));
        as(curator, post("/programmes/{id}/pairs/{p}/begin", programme, pair().id()))
                .andExpect(status().isConflict());

        school.as(
                Role.CURATOR,
                () -> consents.register(mentee, ConsentKind.PROCESSING, today, Set.of(Signer.REPRESENTATIVE)));
        school.runFollowUps();
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(not(containsString("Не начали работу"))))
                .andExpect(content().string(containsString("Работает")));
    }

    @Test
    void membersAreChangedOnThePage() throws Exception {
        as(curator, post("/programmes/{id}/pairs", programme).param("kind", "PAIR"))
                .andExpect(status().isSeeOther());
        pageOfPair(curator).andExpect(content().string(containsString("Выбрать участников из базы")));

        as(
                        curator,
                        post("/programmes/{id}/pairs/{p}/members", programme, pair().id())
                                .param("memberMentorId", mentor.toString())
                                .param("menteeIds", mentee.toString()))
                .andExpect(status().isSeeOther());

        pageOfPair(curator)
                .andExpect(content().string(containsString(NAME)))
                .andExpect(content().string(not(containsString("если его нет в базе"))));
        assertThat(pair().mentorId()).contains(school.staffId(Role.MENTOR));
        as(curator, post("/programmes/{id}/pairs/{p}", programme, pair().id()).param("basis", "Обе любят шахматы"))
                .andExpect(status().isSeeOther());
        assertThat(pair().mentorId()).as("the mentor from the register stays").contains(school.staffId(Role.MENTOR));
    }

    private ResultActions add() throws Exception {
        return as(
                curator,
                post("/programmes/{id}/pairs", programme)
                        .param("kind", "PAIR")
                        .param("memberMentorId", mentor.toString())
                        .param("menteeIds", mentee.toString()));
    }

    private Mentorship pair() {
        return mentorships.of(programme).get(0);
    }

    private ResultActions pageOfPair(MockHttpSession session) throws Exception {
        return as(session, get("/programmes/{id}/pairs/{p}", programme, pair().id()));
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
