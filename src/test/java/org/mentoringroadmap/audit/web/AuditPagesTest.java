package org.mentoringroadmap.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class AuditPagesTest extends PeoplePagesTestCase {
    @Autowired
    private JdbcClient jdbc;

    /** Each way in which a deputy took names away without a trace. */
    @Test
    void whatADeputyTakesAwayIsSeenByTheDirector() throws Exception {
        Long schoolClass = classes.add(school.id(), "5А", null).id();
        Participant pupil =
                enter(ParticipantRole.MENTEE, "Зюмарков", today.minusYears(12), ParticipantCategory.PUPIL, schoolClass);
        MockHttpSession deputy = session(Role.DEPUTY);
        MockHttpSession director = session(Role.DIRECTOR);
        String programmePath = "/programmes/" + programme;

        for (String path : List.of(
                programmePath + "/participants/export",
                programmePath + "/participants/export?format=csv",
                programmePath + "/consents?classId=" + schoolClass,
                "/api/programmes/" + programme + "/participants?role=MENTEE&size=200",
                "/participants/" + pupil.id() + "/consents/print",
                programmePath + "/consents/print?classId=" + schoolClass + "&kind=PROCESSING",
                programmePath + "/folder.zip")) {
            as(deputy, get(path)).andExpect(status().isOk());
        }

        assertThat(acts(school.login(Role.DEPUTY)))
                .containsExactly(
                        "SIGNED_IN",
                        "REGISTER_EXPORTED",
                        "REGISTER_EXPORTED",
                        "CONSENTS_LISTED",
                        "REGISTER_LISTED",
                        "CONSENTS_OF_PERSON_PRINTED",
                        "CONSENTS_PRINTED",
                        "FOLDER_EXPORTED");
        as(director, get("/audit").param("who", school.login(Role.DEPUTY)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Выгружена база участников")))
                .andExpect(content().string(containsString("записей: 1, csv, Наставляемый")))
                .andExpect(content().string(containsString("Напечатаны согласия класса")))
                .andExpect(content().string(containsString("href=\"/programmes/" + programme + "\"")))
                .andExpect(content().string(containsString("Скачана папка проверяющего")))
                .andExpect(content().string(containsString("127.0.0.1")))
                .andExpect(content().string(not(containsString("Зюмарков"))));
        as(director, get("/participants/{p}", pupil.id()))
                .andExpect(content().string(containsString("Напечатаны согласия участника")))
                .andExpect(content().string(containsString("/audit?thing=PARTICIPANT&amp;id=" + pupil.id())));
        as(director, get("/audit").param("what", "ERASURE"))
                .andExpect(content().string(containsString("Таких действий в журнале нет.")));
    }

    @Test
    void programsReadItWithTheSameRights() throws Exception {
        pupil("Примеров");
        as(curator, get("/programmes/{id}/participants", programme));
        MockHttpSession director = session(Role.DIRECTOR);

        as(
                        director,
                        get("/api/audit")
                                .param("from", today.toString())
                                .param("to", today.toString())
                                .param("who", school.login(Role.CURATOR))
                                .param("what", "REGISTER_LISTED"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].account").value(school.login(Role.CURATOR)))
                .andExpect(jsonPath("$.items[0].act").value("REGISTER_LISTED"))
                .andExpect(jsonPath("$.items[0].thing").value("PROGRAMME"))
                .andExpect(jsonPath("$.items[0].thingId").value(programme.toString()))
                .andExpect(jsonPath("$.items[0].count").value(1))
                .andExpect(jsonPath("$.items[0].facts.role").value("MENTEE"))
                .andExpect(jsonPath("$.items[0].address").value("127.0.0.1"))
                .andExpect(jsonPath("$.next").isEmpty());
        as(director, get("/api/audit?from=&to=&who=&what=")).andExpect(status().isOk());
        as(director, get("/api/audit").param("size", "1"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isNumber());
        as(director, get("/api/audit").param("what", "ALL")).andExpect(status().isBadRequest());
        as(director, get("/api/audit").param("to", "+999999999-12-31")).andExpect(status().isBadRequest());
        for (Role other : List.of(Role.CURATOR, Role.DEPUTY, Role.SECRETARY, Role.PSYCHOLOGIST, Role.TEACHER)) {
            as(other, get("/api/audit")).andExpect(status().isForbidden());
            as(other, get("/audit")).andExpect(status().isForbidden());
            as(other, get("/audit/export")).andExpect(status().isForbidden());
        }
        mvc.perform(get("/api/audit")).andExpect(status().isUnauthorized());
        as(Sessions.ofAdministrator(mvc), get("/api/openapi.json"))
                .andExpect(content().string(containsString("/api/audit")))
                .andExpect(content().string(containsString("Login of an account")));
    }

    @Test
    void anotherSchoolsDirectorSeesNothingOfIt() throws Exception {
        as(curator, get("/programmes/{id}/participants", programme));
        TestSchool elsewhere = schools.create(Role.DIRECTOR);

        as(session(elsewhere, Role.DIRECTOR), get("/api/audit").param("size", "500"))
                .andExpect(content().string(not(containsString("\"" + school.id() + "\""))))
                .andExpect(content().string(containsString("\"" + elsewhere.id() + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void itIsTakenAwayAsATableAndThatIsRecorded(String format) throws Exception {
        as(curator, get("/programmes/{id}/participants", programme));
        MockHttpSession director = session(Role.DIRECTOR);

        byte[] file = as(director, get("/audit/export").param("format", format).param("what", "PEOPLE"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        if (format.equals("csv")) {
            String[] lines = new String(file, StandardCharsets.UTF_8).split("\r\n");
            assertThat(lines).hasSize(2);
            assertThat(lines[0])
                    .isEqualTo("\uFEFFКогда;Учётная запись;Адрес;Школа;Что сделано;О чём;Подробности;Код действия");
            assertThat(lines[1])
                    .contains(school.login(Role.CURATOR), "Открыта база участников", "программа № " + programme);
        } else {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
                assertThat(book.getSheetAt(0).getRow(1).getCell(4).getStringCellValue())
                        .isEqualTo("Открыта база участников");
            }
        }
        assertThat(acts(school.login(Role.DIRECTOR))).endsWith("AUDIT_EXPORTED");
    }

    @Test
    void itIsReadOnByKey() throws Exception {
        for (int i = 0; i < 51; i++) {
            as(curator, get("/programmes/{id}/participants", programme));
        }
        MockHttpSession director = session(Role.DIRECTOR);

        as(director, get("/audit").param("what", "REGISTER_LISTED"))
                .andExpect(content().string(containsString("Более ранние →")))
                .andExpect(content().string(not(containsString("К новым"))));
        long second = jdbc.sql("select min(id) from audit_record where school_id = ? and act = 'REGISTER_LISTED'")
                        .param(school.id())
                        .query(Long.class)
                        .single()
                + 1;
        as(director, get("/audit").param("what", "REGISTER_LISTED").param("before", String.valueOf(second)))
                .andExpect(content().string(containsString("← К новым")))
                .andExpect(content().string(not(containsString("Более ранние →"))));
    }

    @Test
    void signingInAndOutIsRecorded() throws Exception {
        MockHttpSession teacher = session(Role.TEACHER);
        as(teacher, post("/logout"));
        mvc.perform(formLogin().user(school.login(Role.TEACHER)).password("wrong"));

        assertThat(acts(school.login(Role.TEACHER))).containsExactly("SIGNED_IN", "SIGNED_OUT", "SIGN_IN_REFUSED");
        as(session(Role.DIRECTOR), get("/audit").param("what", "SIGN_IN"))
                .andExpect(content().string(containsString("Неудачный вход")))
                .andExpect(content().string(containsString("неверный пароль")));
    }

    /** People type their password where the login belongs. */
    @Test
    void whatIsNobodysLoginIsNotKept() throws Exception {
        String typed = "tajna-" + school.id();
        long before =
                jdbc.sql("select max(id) from audit_record").query(Long.class).single();
        TestClock.moveTo(TestClock.now().plusHours(1));

        mvc.perform(formLogin().user(typed).password("wrong"));
        mvc.perform(formLogin().user(typed).password("wrong"));

        List<String> rows = jdbc.sql(
                        "select coalesce(account, 'nobody') || ' ' || act || ' ' || facts from audit_record"
                                + " where id > ?")
                .param(before)
                .query(String.class)
                .list();
        assertThat(rows).as("once a minute").containsExactly("nobody SIGN_IN_REFUSED reason=unknown");
    }

    @Test
    void aProgramIsRecordedOnceAnHourForEachAddress() throws Exception {
        String login = school.login(Role.CURATOR);
        for (String address : List.of("10.1.0.1", "10.1.0.1", "10.1.0.2", "10.1.0.1")) {
            mvc.perform(get("/api/programmes")
                            .with(httpBasic(login, TestSchool.PASSWORD))
                            .with(from(address)))
                    .andExpect(status().isOk());
        }
        assertThat(acts(login)).filteredOn("PROGRAM_SIGNED_IN"::equals).hasSize(2);

        TestClock.moveTo(TestClock.now().plusMinutes(61));
        mvc.perform(get("/api/programmes")
                .with(httpBasic(login, TestSchool.PASSWORD))
                .with(from("10.1.0.1")));
        assertThat(acts(login)).filteredOn("PROGRAM_SIGNED_IN"::equals).hasSize(3);
        assertThat(jdbc.sql("select distinct address from audit_record where act = 'PROGRAM_SIGNED_IN' and account = ?")
                        .param(login)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("10.1.0.1", "10.1.0.2");
    }

    @Test
    void aCardThatMayNotBeOpenedIsNotRecordedAsOpened() throws Exception {
        Participant pupil = pupil("Примеров");
        sign(pupil, ConsentKind.PROCESSING);

        as(Role.MENTOR, get("/participants/{p}", pupil.id())).andExpect(status().isForbidden());

        assertThat(acts(school.login(Role.MENTOR))).containsExactly("SIGNED_IN");
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private List<String> acts(String login) {
        return AuditActs.of(jdbc, login);
    }
}
