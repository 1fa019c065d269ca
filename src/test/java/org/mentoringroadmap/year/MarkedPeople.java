package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a curator, a psychologist and a class teacher enter of people in a first week, through the pages: each word with a
 * mark that stands in nothing else.
 */
final class MarkedPeople {
    static final String MARK = "Цъёмка";

    /** Whom the roadmap brings together. */
    enum Of {
        PUPIL_AND_TEACHER,
        PUPILS,
        TEACHERS
    }

    private static final List<String> KEPT = List.of(
            "person.last_name",
            "participant.difficulties",
            "participant.achievements",
            "participant.result",
            "participant_topic.wording",
            "participant_status.reason",
            "psychologist_note.advice",
            "stored_file.name");

    private static final String PUPIL_TO_HELP = "Фамилия;Имя;Дата рождения;Класс;Запросы;Интересы;Представитель\n"
            + MARK + "ова;" + MARK + ";01.03.2014;5А;" + MARK + " дроби;" + MARK + " шахматы;" + MARK + " Мама\n";
    private static final String TEACHER_TO_HELP = "Фамилия;Имя;Дата рождения;Категория;Запросы;Интересы\n" + MARK
            + "ова;" + MARK + ";01.03.1999;Педагог;" + MARK + " дроби;" + MARK + " шахматы\n";
    private static final String PUPIL_WHO_HELPS =
            "Фамилия;Имя;Дата рождения;Класс;Компетенции;Достижения;Представитель;Сколько наставляемых\n" + MARK + "ин;"
                    + MARK + ";01.03.2009;10А;" + MARK + " дроби;" + MARK + " победы;" + MARK + " Папа;2\n";
    private static final String TEACHER_WHO_HELPS =
            "Фамилия;Имя;Дата рождения;Категория;Компетенции;Достижения;Сколько наставляемых\n" + MARK + "ин;" + MARK
                    + ";01.03.1985;Педагог;" + MARK + " дроби;" + MARK + " победы;2\n";
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("<textarea[^>]*name=\"text\"[^>]*>\\n?([^<]*)</textarea>");

    private final Callers callers;
    private final JdbcTemplate jdbc;
    private final TestSchool school;
    private final RunningProgramme programme;
    private final Caller curator;
    private final String today;
    private final Of of;

    /** @param school has the classes 5А and 10А */
    MarkedPeople(
            Callers callers, JdbcTemplate jdbc, TestSchool school, RunningProgramme programme, LocalDate today, Of of) {
        this.callers = callers;
        this.jdbc = jdbc;
        this.school = school;
        this.programme = programme;
        this.curator = callers.browser(school, Role.CURATOR);
        this.today = today.toString();
        this.of = of;
    }

    /** Columns of our tables in which the mark is kept. */
    static List<String> kept(Of of) {
        return of == Of.TEACHERS
                ? KEPT
                : Stream.concat(KEPT.stream(), Stream.of("person.representative_name"))
                        .toList();
    }

    void enter() {
        fill("MENTEE", of == Of.TEACHERS ? TEACHER_TO_HELP : PUPIL_TO_HELP);
        fill("MENTOR", of == Of.PUPILS ? PUPIL_WHO_HELPS : TEACHER_WHO_HELPS);
        Long mentee = participant("MENTEE");
        Long mentor = participant("MENTOR");
        String ofMentee = of == Of.TEACHERS ? "SELF" : "REPRESENTATIVE";
        consent(mentee, "PROCESSING", ofMentee);
        if (of == Of.PUPILS) {
            // of sixteen years; measured like the mentees
            consent(mentor, "PROCESSING", "SELF", "REPRESENTATIVE");
            consent(mentor, "PSYCHOLOGICAL_HELP", "SELF", "REPRESENTATIVE");
        } else {
            consent(mentor, "PROCESSING", "SELF");
            consent(mentor, "DUTIES", "SELF");
        }
        edit(mentee);
        done(curator.submit(
                "/participants/" + mentee,
                "/participants/" + mentee + "/result",
                Map.of("result", MARK + " стал увереннее")));
        if (of != Of.TEACHERS) {
            consent(mentee, "PSYCHOLOGICAL_HELP", ofMentee);
        }
        Caller psychologist = callers.browser(school, Role.PSYCHOLOGIST);
        done(psychologist.submit(
                "/participants/" + mentee + "/journal",
                "/participants/" + mentee + "/journal",
                Map.of("heldOn", today, "topic", MARK + " беседа", "advice", MARK + " совет")));
        done(curator.submit(
                "/participants/" + mentee,
                "/participants/" + mentee + "/status",
                Map.of("status", "REGISTERED", "reason", MARK + " пришёл сам")));
        String activity = "/programmes/" + programme.id() + "/activities/" + firstActivity();
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
        fields.put("difficulties", MARK + " боится отвечать");
        fields.put("matters", MARK + " дроби");
        if (of == Of.TEACHERS) {
            fields.put("birthDate", "1999-03-01");
            fields.put("category", "TEACHER");
            fields.put("needs", "YOUNG_TEACHER");
        } else {
            fields.put("classId", versions.get("CLASS_ID").toString());
            fields.put("birthDate", "2014-03-01");
            fields.put("category", "PUPIL");
            fields.put("needs", "DETACHED");
            fields.put("representativeName", MARK + " Мама");
        }
        done(curator.submit("/participants/" + mentee + "/edit", "/participants/" + mentee, fields));
    }

    private void consent(Long participant, String kind, String... signers) {
        Caller.Answer registered = callers.basic(school, Role.CURATOR)
                .post(
                        "/api/participants/" + participant + "/consents",
                        "{\"kind\":\"" + kind + "\",\"signedOn\":\"" + today + "\",\"signers\":[\""
                                + String.join("\",\"", signers) + "\"]}");
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

    private String firstActivity() {
        return callers.basic(school, Role.CURATOR)
                .get("/api/programmes/" + programme.id() + "/activities")
                .json()
                .path(0)
                .path("roadmapItem")
                .asText();
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
}
