package org.mentoringroadmap.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** What a person gets who asks for all that is kept. */
class PersonDataTest extends PeoplePagesTestCase {
    private static final byte[] SCAN = "%PDF-1.7 образец".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ObjectMapper json;

    @Test
    void pairsAdmissionsAndScansAreAmongIt() throws Exception {
        Participant mentee = pupil("Подопечнов");
        Participant mentor = teacher("Наставников");
        Consent consent = sign(mentee, ConsentKind.PROCESSING);
        sign(mentor, ConsentKind.PROCESSING);
        school.as(Role.CURATOR, () -> {
            consents.attach(consent.id(), "Подопечнов.pdf", SCAN);
            return null;
        });
        Mentorship pair = school.as(
                Role.CURATOR,
                () -> management.add(
                        programme,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR,
                                new MentorshipDetails(1, null, null, "Просили оба"),
                                null,
                                null,
                                false),
                        new MemberChoice(mentor.id(), List.of(mentee.id()))));
        school.as(
                Role.CURATOR,
                () -> meetings.record(
                        programme,
                        pair.id(),
                        MeetingKind.ORGANISATIONAL,
                        new MeetingReport(true, today, "Наставников опоздал, решали дроби")));

        Map<String, byte[]> files = files(mentee);

        assertThat(files).containsOnlyKeys("person.html", "person.json", "consent-" + consent.id() + ".pdf");
        assertThat(files.get("consent-" + consent.id() + ".pdf")).isEqualTo(SCAN);
        JsonNode data = json.readTree(files.get("person.json"));
        JsonNode own = data.path("participations").path(0);
        assertThat(own.path("pairs")).hasSize(1);
        assertThat(own.path("pairs").path(0).path("code").asText()).isEqualTo("П-001");
        assertThat(own.path("pairs").path(0).path("meetings")).hasSize(1);
        assertThat(own.path("admissions").path(0).path("purpose").asText()).isEqualTo("MATCHING");
        assertThat(data.path("consents").path(0).path("scan").asText()).isEqualTo("consent-" + consent.id() + ".pdf");
        String page = new String(files.get("person.html"), StandardCharsets.UTF_8);
        String day = today.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        assertThat(page)
                .contains("П-001, Сформирована, с " + day)
                .contains("встречи: ")
                .contains("Пары и группы с " + day)
                .contains("скан: consent-")
                .contains("Почему эта пара: Просили оба")
                .contains("О встрече: […] опоздал, решали дроби")
                .contains("Записей психолога о человеке нет.")
                .contains("Таких документов нет.")
                .contains("Сюда не вошли")
                .doesNotContain("Наставников");
    }

    @Test
    void thePsychologistAddsTheNotesOrTheyAreLeftOut() throws Exception {
        Participant mentee = pupil("Подопечнов");
        sign(mentee, ConsentKind.PROCESSING);
        sign(mentee, ConsentKind.PSYCHOLOGICAL_HELP);
        MockHttpSession psychologist = session(Role.PSYCHOLOGIST);
        as(
                        psychologist,
                        post("/participants/{p}/journal", mentee.id())
                                .param("heldOn", today.toString())
                                .param("topic", "О дружбе"))
                .andExpect(status().isSeeOther());

        assertThat(page(mentee)).contains("сюда он добавил не все или ни одной").doesNotContain("О дружбе");
        as(curator, post("/participants/{p}/journal/release", mentee.id())).andExpect(status().isForbidden());
        as(psychologist, post("/participants/{p}/journal/release", mentee.id())).andExpect(status().isSeeOther());
        assertThat(page(mentee)).contains("Записи психолога добавил психолог").contains("О дружбе");

        TestClock.moveTo(TestClock.now().plusDays(31));
        assertThat(page(mentee)).as("not for ever").doesNotContain("О дружбе");
    }

    @Test
    void documentsThatNameThePersonAreListed() throws Exception {
        Participant mentee = pupil("Подопечнов");
        Participant mentor = teacher("Наставников");
        sign(mentee, ConsentKind.PROCESSING);
        sign(mentor, ConsentKind.PROCESSING);
        school.as(
                Role.CURATOR,
                () -> management.add(
                        programme,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                        new MemberChoice(mentor.id(), List.of(mentee.id()))));
        drafts.generate(new DocumentRequest(
                DocumentType.ORDER_PAIRS, programme, "000-5.1.7", "erasure-" + programme, null, null));

        assertThat(page(mentee))
                .contains("Об утверждении наставнических пар и групп")
                .contains("Проект");
    }

    /** What the school has written about its work and names somebody is theirs to know; whoever else it names is not. */
    @Test
    void recordsOfActivitiesThatNameThePersonAreHandedOut() throws Exception {
        Participant mentee = pupil("Подопечнов");
        pupil("Сменщиков");
        sign(mentee, ConsentKind.PROCESSING);
        outcomes.record(
                programme,
                "000-1.1.1",
                new OutcomeInput(
                        Outcome.DONE,
                        LocalDate.now(clock),
                        null,
                        "Выступили Подопечнов и П. Сменщиков, разговор о Сменщикове – отдельно",
                        null));
        outcomes.record(
                programme,
                "000-1.1.2",
                new OutcomeInput(Outcome.DONE, LocalDate.now(clock), null, "Выступил Сменщиков", null));

        assertThat(page(mentee))
                .contains("О мероприятии: Выступили Подопечнов и […], разговор о […] – отдельно")
                .contains("Имена других участников в них заменены")
                .doesNotContain("Сменщиков", "Таких записей нет");
    }

    private String page(Participant of) throws Exception {
        return new String(files(of).get("person.html"), StandardCharsets.UTF_8);
    }

    @Test
    void whoHasLeftAPairStillFindsIt() throws Exception {
        Participant mentee = pupil("Подопечнов");
        Participant other = pupil("Сменщиков");
        sign(mentee, ConsentKind.PROCESSING);
        sign(other, ConsentKind.PROCESSING);
        Mentorship pair = school.as(
                Role.CURATOR,
                () -> management.add(
                        programme,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                        new MemberChoice(null, List.of(mentee.id()))));
        school.as(Role.CURATOR, () -> {
            management.choose(programme, pair.id(), new MemberChoice(null, List.of(other.id())));
            return null;
        });

        JsonNode left = json.readTree(files(mentee).get("person.json"))
                .path("participations")
                .path(0)
                .path("pairs")
                .path(0);

        assertThat(left.path("code").asText()).isEqualTo("П-001");
        assertThat(left.path("leftOn").isNull()).isFalse();
    }

    private Map<String, byte[]> files(Participant of) throws Exception {
        byte[] zip = as(curator, get("/participants/{p}/data.zip", of.id()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }
}
