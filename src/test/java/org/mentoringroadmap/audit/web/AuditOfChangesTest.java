package org.mentoringroadmap.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;

/** What is changed stands in the audit trail as what is read does. */
class AuditOfChangesTest extends PeoplePagesTestCase {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void peopleWhoAreImported() throws Exception {
        byte[] list = "ФИО;Дата рождения;Категория\nПримеров Пётр;01.02.2014;ученик\nОбразцова Анна;03.02.2014;ученик"
                .getBytes(StandardCharsets.UTF_8);

        as(
                        curator,
                        multipart("/api/programmes/{id}/participants/import", programme)
                                .file(new MockMultipartFile("file", "список.csv", null, list))
                                .param("role", "MENTEE")
                                .param("confirm", "true"))
                .andExpect(status().isOk());

        as(session(Role.DIRECTOR), get("/audit").param("what", "PEOPLE_IMPORTED"))
                .andExpect(content().string(containsString("Участники загружены из файла")))
                .andExpect(content().string(containsString("записей: 2, Наставляемый")));
    }

    @Test
    void cardsThatAreEnteredAndConcluded() throws Exception {
        Participant pupil = pupil("Примеров");
        sign(pupil, ConsentKind.PROCESSING);
        as(curator, post("/participants/{p}/result", pupil.id()).param("result", "Готов к олимпиаде"))
                .andExpect(status().is3xxRedirection());

        assertThat(AuditActs.about(jdbc, AuditThing.PARTICIPANT, pupil.id()))
                .containsExactly("CARD_ENTERED", "CONSENT_REGISTERED", "CARD_CHANGED");
    }

    @Test
    void whatThePsychologistReadsAndWrites() throws Exception {
        Participant pupil = pupil("Примеров");
        sign(pupil, ConsentKind.PROCESSING);
        sign(pupil, ConsentKind.PSYCHOLOGICAL_HELP);
        MockHttpSession psychologist = session(Role.PSYCHOLOGIST);
        String journal = "/participants/" + pupil.id() + "/journal";
        as(psychologist, post(journal).param("heldOn", today.toString()).param("topic", "Первая беседа"))
                .andExpect(status().is3xxRedirection());
        Long note = jdbc.sql("select id from psychologist_note where participant_id = ?")
                .param(pupil.id())
                .query(Long.class)
                .single();
        as(psychologist, get(journal)).andExpect(status().isOk());
        as(
                        psychologist,
                        post(journal + "/" + note)
                                .param("heldOn", today.toString())
                                .param("topic", "Беседа"))
                .andExpect(status().is3xxRedirection());
        as(psychologist, post(journal + "/" + note + "/remove")).andExpect(status().is3xxRedirection());

        assertThat(AuditActs.of(jdbc, school.login(Role.PSYCHOLOGIST)))
                .containsExactly("SIGNED_IN", "NOTE_WRITTEN", "JOURNAL_OPENED", "NOTE_CHANGED", "NOTE_REMOVED");
    }

    @Test
    void howManyConsentsWerePrinted() throws Exception {
        Long schoolClass = classes.add(school.id(), "5А", null).id();
        enter(ParticipantRole.MENTEE, "Примеров", today.minusYears(12), ParticipantCategory.PUPIL, schoolClass);
        enter(ParticipantRole.MENTEE, "Образцов", today.minusYears(12), ParticipantCategory.PUPIL, schoolClass);

        as(
                        curator,
                        get("/programmes/{id}/consents/print", programme)
                                .param("classId", schoolClass.toString())
                                .param("kind", "PUBLICATION"))
                .andExpect(status().isOk());

        as(session(Role.DIRECTOR), get("/audit").param("what", "PRINT"))
                .andExpect(content().string(containsString("записей: 2, На публикацию")));
    }

    @Test
    void whatIsChangedAboutTheSchoolAndTheOwnAccount() throws Exception {
        Long schoolClass = classes.add(school.id(), "7Б", null).id();
        MockHttpSession director = session(Role.DIRECTOR);
        as(
                        director,
                        post("/school/classes/{c}", schoolClass)
                                .param("school", school.id())
                                .param("name", "7В"))
                .andExpect(status().is3xxRedirection());
        as(director, post("/profile/email").param("email", "director@example.org"))
                .andExpect(status().is3xxRedirection());

        assertThat(AuditActs.of(jdbc, school.login(Role.DIRECTOR)))
                .containsExactly("SIGNED_IN", "CLASS_CHANGED", "EMAIL_CHANGED");
        assertThat(AuditActs.about(jdbc, AuditThing.SCHOOL_CLASS, schoolClass))
                .containsExactly("CLASS_ADDED", "CLASS_CHANGED");
        assertThat(AuditActs.about(jdbc, AuditThing.SCHOOL, school.id())).startsWith("SCHOOL_ADDED");
    }

    @Test
    void howNumbersAreWrittenFromNowOn() throws Exception {
        MockHttpSession director = session(Role.DIRECTOR);
        as(
                        director,
                        post("/documents/journals")
                                .param("schoolId", school.id())
                                .param("register", "ORDERS")
                                .param("format", "{n}-О"))
                .andExpect(status().is3xxRedirection());

        assertThat(AuditActs.about(jdbc, AuditThing.SCHOOL, school.id())).endsWith("NUMBERS_CHANGED");
        as(director, get("/audit").param("what", "NUMBERS_CHANGED"))
                .andExpect(content().string(containsString("журнал: ")))
                .andExpect(content().string(not(containsString("журнал: ORDERS"))));
    }

    @Test
    void anotherSchoolReadsNothingOfIt() throws Exception {
        pupil("Примеров");
        TestSchool elsewhere = schools.create(Role.DIRECTOR);

        as(session(elsewhere, Role.DIRECTOR), get("/audit").param("what", "REGISTER"))
                .andExpect(content().string(containsString("Таких действий в журнале нет.")));
    }
}
