package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.EngineTraces;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People of a school are entered through the pages, each word of theirs with a mark; the year runs to its end; then the
 * marks stand in our tables, and neither in a table of the engine nor in the log.
 */
@RunningApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PeopleLeaveNoTraceTest {
    /** Stands in everything that is entered here, and in nothing else. */
    private static final String MARK = "Цъёмка";

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 5, 12, 9, 0);
    private static final String TODAY = "2025-05-12";
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("<textarea[^>]*name=\"text\"[^>]*>\\n?([^<]*)</textarea>");

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private JdbcTemplate jdbc;

    private TestSchool school;
    private RunningProgramme programme;
    private Caller curator;

    @Test
    void inTheEngineOrTheLog(CapturedOutput log) {
        TestClock.moveTo(FIRST_DAY);
        school = schools.create(
                Arrays.stream(Role.values()).filter(role -> role != Role.MENTOR).toArray(Role[]::new));
        school.employ("Образцов Образец О", Set.of(Role.MENTOR));
        school.addClass("5А");
        curator = callers.browser(school, Role.CURATOR);
        programme = RunningProgramme.of(
                callers,
                school,
                callers.basic(school, Role.CURATOR)
                        .post(
                                "/engine-rest/process-definition/key/target-model/submit-form",
                                "{\"variables\":{\"schoolYear\":{\"value\":\"2025-2026\"}}}")
                        .json()
                        .path("businessKey")
                        .asText());

        people();

        new SchoolYearOfTasks(callers, school, programme, FIRST_DAY).live();

        assertThat(traces(table -> !table.startsWith("ACT_ID_"))).isEmpty();
        assertThat(log).doesNotContain(MARK);
        for (String kept : List.of(
                "person.last_name",
                "person.representative_name",
                "participant.difficulties",
                "participant.achievements",
                "participant.result",
                "participant_topic.wording",
                "participant_status.reason",
                "psychologist_note.advice",
                "stored_file.name")) {
            String[] place = kept.split("\\.");
            assertThat(jdbc.queryForList(
                            "select " + place[1] + " from " + place[0] + " where " + place[1] + " like '%" + MARK
                                    + "%'",
                            String.class))
                    .as("%s has it", kept)
                    .isNotEmpty();
        }
    }

    /** What a curator, a psychologist and a class teacher enter of people in a first week. */
    private void people() {
        fill(
                "MENTEE",
                "Фамилия;Имя;Дата рождения;Класс;Запросы;Интересы;Представитель\n"
                        + MARK + "ова;" + MARK + ";01.03.2014;5А;" + MARK + " дроби;" + MARK + " шахматы;" + MARK
                        + " Мама\n");
        fill(
                "MENTOR",
                "Фамилия;Имя;Дата рождения;Категория;Компетенции;Достижения;Сколько наставляемых\n" + MARK + "ин;"
                        + MARK + ";01.03.1985;Педагог;" + MARK + " дроби;" + MARK + " победы;2\n");
        Long mentee = participant("MENTEE");
        Long mentor = participant("MENTOR");
        consent(mentee, "PROCESSING", "REPRESENTATIVE");
        consent(mentor, "PROCESSING", "SELF");
        consent(mentor, "DUTIES", "SELF");
        edit(mentee);
        done(curator.submit(
                "/participants/" + mentee,
                "/participants/" + mentee + "/result",
                Map.of("result", MARK + " стал увереннее")));
        consent(mentee, "PSYCHOLOGICAL_HELP", "REPRESENTATIVE");
        Caller psychologist = callers.browser(school, Role.PSYCHOLOGIST);
        done(psychologist.submit(
                "/participants/" + mentee + "/journal",
                "/participants/" + mentee + "/journal",
                Map.of("heldOn", TODAY, "topic", MARK + " беседа", "advice", MARK + " совет")));
        done(curator.submit(
                "/participants/" + mentee,
                "/participants/" + mentee + "/status",
                Map.of("status", "REGISTERED", "reason", MARK + " пришёл сам")));
        String activity = "/programmes/" + programme.id() + "/activities/000-1.1.1";
        done(curator.upload(
                activity,
                activity + "/evidence",
                Map.of("note", MARK + " принёс список"),
                "files",
                MARK + ".pdf",
                "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII)));
        String pairs = "/programmes/" + programme.id() + "/pairs";
        done(curator.submit(
                pairs + "/new",
                pairs,
                Map.of(
                        "kind",
                        "PAIR",
                        "basis",
                        MARK + " просили оба",
                        "memberMentorId",
                        mentor.toString(),
                        "menteeIds",
                        mentee.toString())));
    }

    /** A file by the page: looked at first, then stored as it was checked. */
    private void fill(String role, String table) {
        String page = "/programmes/" + programme.id() + "/participants/import";
        Caller.Answer checked = curator.upload(
                page, page, Map.of("role", role), "file", MARK + ".csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        done(curator.submit(
                page,
                page,
                Map.of(
                        "role",
                        role,
                        "store",
                        "true",
                        "seal",
                        first(SEAL, checked.text()),
                        "text",
                        first(TABLE, checked.text()).replace("\n", "\r\n"))));
    }

    private void edit(Long mentee) {
        Map<String, Object> versions = jdbc.queryForMap(
                "select p.version as own, n.version as person, n.last_name, n.first_name, p.class_id"
                        + " from participant p join person n on n.id = p.person_id where p.id = ?",
                mentee);
        Map<String, String> fields = new HashMap<>();
        fields.put("version", versions.get("OWN").toString());
        fields.put("personVersion", versions.get("PERSON").toString());
        fields.put("lastName", versions.get("LAST_NAME").toString());
        fields.put("firstName", versions.get("FIRST_NAME").toString());
        fields.put("classId", versions.get("CLASS_ID").toString());
        fields.put("birthDate", "2014-03-01");
        fields.put("category", "PUPIL");
        fields.put("difficulties", MARK + " боится отвечать");
        fields.put("needs", "DETACHED");
        fields.put("matters", MARK + " дроби");
        fields.put("representativeName", MARK + " Мама");
        done(curator.submit("/participants/" + mentee + "/edit", "/participants/" + mentee, fields));
    }

    private void consent(Long participant, String kind, String signer) {
        Caller.Answer registered = callers.basic(school, Role.CURATOR)
                .post(
                        "/api/participants/" + participant + "/consents",
                        "{\"kind\":\"" + kind + "\",\"signedOn\":\"" + TODAY + "\",\"signers\":[\"" + signer + "\"]}");
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        done(curator.upload(
                "/participants/" + participant,
                "/participants/" + participant + "/consents/"
                        + registered.json().path("id").asText() + "/scan",
                Map.of(),
                "file",
                MARK + ".pdf",
                "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII)));
    }

    private Long participant(String role) {
        return callers.basic(school, Role.CURATOR)
                .get("/api/programmes/" + programme.id() + "/participants?role=" + role)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    private static void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(300, 399);
        assertThat(answer.headers().firstValue("Location"))
                .as("no personal data in an address")
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("%D0%"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private List<String> traces(Predicate<String> tables) {
        return EngineTraces.of(jdbc, tables, text -> text.contains(MARK));
    }
}
