package org.mentoringroadmap.consent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentCode;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.register.ConsentsMissing;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of consents as browsers ask for them. */
class ConsentPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Reminders reminders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConsentsMissing missing;

    private Long own;
    private Participant young;
    private Participant elder;
    private Participant teacher;

    @BeforeEach
    void people() {
        own = classes.add(school.id(), "8А", school.staffId(Role.CLASS_TEACHER)).id();
        young = enter(ParticipantRole.MENTEE, "Младшев", today.minusYears(12), ParticipantCategory.PUPIL, own);
        elder = enter(ParticipantRole.MENTEE, "Старшев", today.minusYears(15), ParticipantCategory.PUPIL, own);
        teacher = enter(ParticipantRole.MENTOR, "Учителев", null, ParticipantCategory.TEACHER, null);
    }

    @Test
    void aClassIsTickedInOneGo() throws Exception {
        as(curator, get("/programmes/{id}/consents", programme))
                .andExpect(content().string(containsString("8А")))
                .andExpect(content().string(containsString("0 из 2")))
                .andExpect(content().string(containsString("Без класса")));
        as(curator, list(own))
                .andExpect(content().string(containsString("подписывает родитель")))
                .andExpect(content().string(containsString("подписывают участник и родитель")))
                .andExpect(content().string(containsString("kind=PROCESSING")))
                .andExpect(content().string(not(containsString("Учителев"))));
        as(curator, list(0L))
                .andExpect(content().string(not(containsString("Обязанности наставника"))))
                .andExpect(content().string(containsString("Учителев")));
        mentorsWorkers(teacher);
        as(curator, list(0L)).andExpect(content().string(containsString("Обязанности наставника")));

        as(
                        curator,
                        ticks(own)
                                .param("tick", young.id() + ".PROCESSING", elder.id() + ".PROCESSING")
                                .param("tick", elder.id() + ".PUBLICATION"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/programmes/" + programme + "/consents?classId=" + own + "&date=" + today));
        assertThat(of(young)).singleElement().satisfies(consent -> {
            assertThat(consent.signers()).containsExactly(Signer.REPRESENTATIVE);
            assertThat(consent.signedOn()).isEqualTo(today);
        });
        assertThat(of(elder))
                .hasSize(2)
                .allSatisfy(consent ->
                        assertThat(consent.signers()).containsExactlyInAnyOrder(Signer.SELF, Signer.REPRESENTATIVE));
        as(curator, get("/programmes/{id}/consents", programme))
                .andExpect(content().string(containsString("2 из 2")))
                .andExpect(content().string(containsString("1 из 2")));
        as(curator, list(own))
                .andExpect(content().string(not(containsString(elder.id() + ".PUBLICATION"))))
                .andExpect(content().string(containsString("kind=PUBLICATION")))
                .andExpect(content().string(not(containsString("kind=PROCESSING"))));
    }

    /** The notice of the main page leads to those whom it counts, and to nobody else. */
    @Test
    void whoLacksAConsentIsListedByName() throws Exception {
        assertThat(school.as(Role.CURATOR, () -> missing.of(programme)))
                .extracting(Attention::number, Attention::path)
                .containsExactly(tuple(3L, "/programmes/" + programme + "/consents?missing=true"));
        as(curator, get("/programmes/{id}/consents", programme))
                .andExpect(content().string(containsString("Без согласия на этот учебный год: 3")));
        as(curator, lacking())
                .andExpect(content().string(containsString("Младшев")))
                .andExpect(content().string(containsString("Старшев")))
                .andExpect(content().string(containsString("Учителев")));

        as(curator, ticks(own).param("missing", "true").param("tick", young.id() + ".PROCESSING"))
                .andExpect(redirectedUrl("/programmes/" + programme + "/consents?missing=true&date=" + today));
        as(curator, lacking())
                .andExpect(content().string(not(containsString("Младшев"))))
                .andExpect(content().string(containsString("Старшев")));
        as(Role.CLASS_TEACHER, lacking())
                .andExpect(content().string(containsString("Старшев")))
                .andExpect(content().string(not(containsString("Учителев"))));
    }

    private MockHttpServletRequestBuilder lacking() {
        return get("/programmes/{id}/consents", programme).param("missing", "true");
    }

    private void mentorsWorkers(Participant mentor) {
        jdbc.sql("insert into participant_form (participant_id, form) values (?, ?)")
                .params(mentor.id(), MentoringForm.TEACHER_TEACHER.name())
                .update();
    }

    @Test
    void oneWrongTickStoresNothing() throws Exception {
        as(curator, ticks(own)).andExpect(status().isBadRequest());
        as(curator, ticks(own).param("tick", young.id() + ".PROCESSING", "987654321.PROCESSING"))
                .andExpect(status().isNotFound());
        as(curator, ticks(own).param("tick", young.id() + ".PROCESSING", young.id() + ".DUTIES"))
                .andExpect(status().isBadRequest());
        as(curator, ticks(own).param("tick", young.id() + ".PROCESSING", "чепуха"))
                .andExpect(status().isBadRequest());
        assertThat(of(young)).isEmpty();
    }

    @Test
    void aPaperOpensItsLine() throws Exception {
        String code = new ConsentCode(elder.id(), ConsentKind.PUBLICATION).text();
        as(curator, get("/programmes/{id}/consents/find", programme).param("code", " " + code + " "))
                .andExpect(content().string(containsString("Старшев")))
                .andExpect(content().string(containsString("autofocus")))
                .andExpect(content().string(not(containsString("Младшев"))));
        as(curator, get("/programmes/{id}/consents/find", programme).param("code", "1027-1-9"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Такого кода нет")));
        TestSchool other = schools.create(Role.CURATOR);
        as(
                        session(other, Role.CURATOR),
                        get("/programmes/{id}/consents/find", programme).param("code", code))
                .andExpect(status().isNotFound());
    }

    @Test
    void ofTwoRolesThePaperTicksItsOwn() throws Exception {
        Participant mentor = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTOR,
                        elder.person().details(),
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, own)));

        as(
                        curator,
                        get("/programmes/{id}/consents/find", programme)
                                .param("code", new ConsentCode(mentor.id(), ConsentKind.PROCESSING).text()))
                .andExpect(content().string(containsString("наставляемый: подписывают")))
                .andExpect(content()
                        .string(matchesPattern("(?s).*value=\"" + mentor.id() + "\\.PROCESSING\"[^>]*checked.*")))
                .andExpect(content()
                        .string(not(matchesPattern("(?s).*value=\"" + elder.id() + "\\.PROCESSING\"[^>]*checked.*"))));
        as(curator, ticks(own).param("tick", mentor.id() + ".PROCESSING")).andExpect(status().isSeeOther());
        assertThat(of(elder)).singleElement().satisfies(consent -> {
            assertThat(consent.covers(ParticipantRole.MENTOR)).isTrue();
            assertThat(consent.covers(ParticipantRole.MENTEE)).isFalse();
        });
    }

    @Test
    void aClassTeacherTicksTheOwnClassOnly() throws Exception {
        MockHttpSession classTeacher = session(Role.CLASS_TEACHER);
        as(classTeacher, get("/programmes/{id}/consents", programme))
                .andExpect(content().string(containsString("8А")))
                .andExpect(content().string(not(containsString("Без класса: педагоги"))));
        as(classTeacher, list(0L)).andExpect(status().isNotFound());
        as(classTeacher, ticks(own).param("tick", young.id() + ".PROCESSING")).andExpect(status().isSeeOther());
        as(classTeacher, ticks(own).param("tick", teacher.id() + ".PROCESSING")).andExpect(status().isNotFound());
        MockHttpSession director = session(Role.DIRECTOR);
        as(director, list(own)).andExpect(content().string(not(containsString("name=\"tick\""))));
        as(director, ticks(own).param("tick", elder.id() + ".PROCESSING")).andExpect(status().isForbidden());
    }

    @Test
    void scanWithdrawalAndSlipOnTheCard() throws Exception {
        as(curator, ticks(own).param("tick", young.id() + ".PROCESSING", young.id() + ".PUBLICATION"));
        as(curator, ticks(0L).param("tick", teacher.id() + ".DUTIES"));
        Consent processing = of(young, ConsentKind.PROCESSING);
        byte[] pdf = "%PDF-1.7 образец".getBytes(StandardCharsets.UTF_8);

        as(curator, scan(young, processing, "скан.pdf", "не файл".getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isBadRequest());
        as(curator, scan(young, processing, "скан.exe", pdf)).andExpect(status().isBadRequest());
        as(curator, scan(young, processing, "Младшев.pdf", pdf)).andExpect(status().isSeeOther());
        as(curator, get("/consents/{id}/scan", processing.id()))
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("Content-Disposition", containsString("consent-" + processing.id())));
        as(session(Role.DIRECTOR), get("/consents/{id}/scan", processing.id())).andExpect(status().isForbidden());

        as(
                        curator,
                        post(
                                "/participants/{p}/consents/{c}/undo",
                                young.id(),
                                of(young, ConsentKind.PUBLICATION).id()))
                .andExpect(status().isSeeOther());
        assertThat(of(young)).extracting(Consent::kind).containsExactly(ConsentKind.PROCESSING);
        as(
                        curator,
                        post("/participants/{p}/consents/{c}/withdraw", young.id(), processing.id())
                                .param("on", today.toString()))
                .andExpect(status().isSeeOther());
        as(curator, post("/participants/{p}/consents/{c}/undo", young.id(), processing.id()))
                .andExpect(status().isConflict());
        as(curator, get("/participants/{p}", young.id()))
                .andExpect(content().string(containsString("Отозвано")))
                .andExpect(content().string(containsString(">Скан</a>")))
                .andExpect(content().string(not(containsString("Заменить скан"))));
        as(curator, scan(young, processing, "Младшев.pdf", pdf)).andExpect(status().isConflict());
        as(curator, get("/participants/{p}", teacher.id()))
                .andExpect(content()
                        .string(containsString(
                                "О досрочном прекращении предупреждают заранее: при заявлении сегодня")));
    }

    @Test
    void theTaskAboutBirthdaysNamesThePeopleAndEnds() throws Exception {
        Participant soon = enter(
                ParticipantRole.MENTEE,
                "Именинников",
                today.minusYears(14).plusDays(9),
                ParticipantCategory.PUPIL,
                own);
        school.as(
                Role.CURATOR,
                () -> consents.register(soon.id(), ConsentKind.PROCESSING, today, Set.of(Signer.REPRESENTATIVE)));
        school.as(null, null, () -> reminders.sweep(programme));
        school.runJobs();
        String task = school.tasks(programme.toString()).get(0).getId();

        as(curator, get("/tasks/consent-renewal").param("taskId", task))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Именинников Пример")))
                .andExpect(content().string(not(containsString("Обновлять нечего"))))
                .andExpect(content().string(containsString("подпишут после дня рождения")))
                .andExpect(content().string(containsString("подписывают участник и родитель")))
                .andExpect(content().string(not(containsString("Младшев"))));
        as(session(Role.CLASS_TEACHER), get("/tasks/consent-renewal").param("taskId", task))
                .andExpect(status().isNotFound());
        as(Sessions.ofAdministrator(mvc), get("/tasks/consent-renewal").param("taskId", task))
                .andExpect(content().string(containsString("Имена в этой задаче видят")))
                .andExpect(content().string(not(containsString("Именинников"))));
        as(curator, post("/tasks/consent-renewal").param("taskId", task)).andExpect(status().isSeeOther());
        as(curator, get("/tasks/consent-renewal").param("taskId", task)).andExpect(status().isNotFound());
    }

    @Test
    void aProgrammeWithoutPeopleSaysWhatToDo() throws Exception {
        TestSchool empty = schools.create(Role.CURATOR);
        Long none = open(empty);
        as(session(empty, Role.CURATOR), get("/programmes/{id}/consents", none))
                .andExpect(content().string(containsString("Собирать согласия пока не у кого")));
    }

    private MockHttpServletRequestBuilder ticks(Long classId) {
        return post("/programmes/{id}/consents", programme)
                .param("classId", classId.toString())
                .param("date", today.toString());
    }

    private MockHttpServletRequestBuilder list(Long classId) {
        return get("/programmes/{id}/consents", programme).param("classId", classId.toString());
    }

    private AbstractMockHttpServletRequestBuilder<?> scan(Participant of, Consent consent, String name, byte[] file) {
        return multipart("/participants/{p}/consents/{c}/scan", of.id(), consent.id())
                .file(new MockMultipartFile("file", name, null, file));
    }

    private List<Consent> of(Participant participant) {
        return consents.of(participant.person().id());
    }

    private Consent of(Participant participant, ConsentKind kind) {
        return of(participant).stream()
                .filter(consent -> consent.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
