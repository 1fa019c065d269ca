package org.mentoringroadmap.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.draft.WithdrawalPapers;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FreeTexts;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.storage.StoredFiles;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody is to be forgotten: marks are planted in every column in which a person can be named, in documents and file names;
 * afterwards no table and no file has one, but for papers that were signed. On whichever database the subclass brings.
 */
abstract class ErasureContract {
    /** Of the person's own rows: stands in no other. */
    private static final String SECRET = "Зютайна";

    private static final String NAME = "Зюмаркова Зюимя";
    private static final String PARENT = "Зюпредкова Зюанна Зюпетровна";
    private static final String SOMEBODY =
            "Говорили с Зюмарковой З. З. и с мамой, З. П. Зюпредковой, по 8-900-111-22-33";
    private static final Set<String> MARKS =
            Set.of("зюмарк", "зюпредк", "зютайн", "зюимя", "зюотчест", "8-900-111-22-33", "zyu@example");

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private PsychologistJournal journal;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Meetings meetings;

    @Autowired
    private WithdrawalPapers papers;

    @Autowired
    private HeldDetails held;

    @Autowired
    private StoredFiles files;

    @Autowired
    private List<FreeTexts> freeTexts;

    @Autowired
    private JdbcTemplate jdbc;

    private TestSchool school;
    private Long programme;
    private LocalDate today;
    private final Set<UUID> kept = new TreeSet<>();

    @BeforeEach
    void school() {
        school = schools.create();
        today = TestClock.today();
        programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void everyColumnOfTheDatabaseSaysWhetherAPersonMayBeNamedInIt() throws IOException {
        assertThat(listed().keySet()).containsExactlyInAnyOrderElementsOf(textColumns());
        assertThat(listed().entrySet().stream()
                        .filter(line -> line.getValue().equals("free"))
                        .map(Map.Entry::getKey))
                .as("every feature says its own")
                .containsExactlyInAnyOrderElementsOf(freeColumns().stream()
                        .map(column -> column.table() + "." + column.name())
                        .collect(Collectors.toSet()));
    }

    @Test
    void nothingNamesWhoWasForgotten() {
        Participant person = person("Зюмаркова");
        school.as(Role.CURATOR, () -> {
            Long processing = processing(person).id();
            consents.attach(processing, NAME + ".pdf", ("%PDF-1.7 " + NAME).getBytes(StandardCharsets.UTF_8));
            return null;
        });
        kept.add(processing(person).scanId().orElseThrow());
        Participant other = other();
        pair(person);
        Long matching = matching(person, other);
        activities(other);
        documents();
        jdbc.update(
                "insert into assessment_scale (programme_id, scale_key, title, whom, lower_bound, upper_bound, better,"
                        + " ordinal) values (?, 'scale-1', 'шкала', 'ANYBODY', 1, 5, 'MORE', 0)",
                programme);
        plant();
        Set<String> planted = found();
        assertThat(planted).as("the search finds what is there").containsAll(planned());

        Consent processing = processing(person);
        school.as(Role.CURATOR, () -> consents.withdraw(processing.id(), null));
        jdbc.update(
                "update consent_withdrawal set unpublish_note = ?, reason = ? where consent_id = ?",
                SOMEBODY,
                SECRET,
                processing.id());
        withdrawals.anonymise(processing.id());

        assertThat(found()).isEmpty();
        assertThat(consents.of(person.person().id()))
                .hasSize(3)
                .allSatisfy(consent -> assertThat(consent.withdrawnOn()).isPresent());
        assertThat(jdbc.queryForObject("select count(*) from matching_proposal where run_id = ?", Long.class, matching))
                .as("figures stay")
                .isEqualTo(1);
        kept.forEach(file -> assertThat(marked(files.get(file).content()))
                .as("signed papers stay")
                .isTrue());
        assertThat(jdbc.queryForList(
                        "select agenda from activity_event where programme_id = ?", String.class, programme))
                .containsExactly("Говорили с […] и с мамой, […], по […]");
    }

    /** Not while the data wait to be erased, and never after that; a new consent opens the card again. */
    /** Three people sign it: what the figures keep is not called destroyed. */
    private void theActNamesWhatIsGone(Long consentId) {
        String act = school.as(Role.CURATOR, () -> text(papers.act(consentId).content()));
        assertThat(act)
                .contains("дата рождения; класс;", "запросы;", "трудности", "записи педагога-психолога")
                .contains("Без имени, только для чисел, остались: категория, формы и ролевые модели")
                .doesNotContain("категория участника;", "ролевые модели;", "дни и итоги встреч", "поощрения");
    }

    private static String text(byte[] docx) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsAddedOnceTheConsentIsWithdrawn() {
        Participant person = person("Сюмаркова");
        Long id = person.id();
        Long given = processing(person).id();
        school.as(Role.CURATOR, () -> consents.withdraw(given, null));

        nothingIsAdded("participant.withdrawn", id, given);
        Participant next = school.as(
                Role.CURATOR,
                () -> registers.enterAgain(
                        programmes
                                .open(school.id(), SchoolYear.around(today.plusYears(1)), "target-model")
                                .id(),
                        ParticipantRole.MENTEE,
                        person.person().id(),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        assertThat(next.details().difficulties()).isNull();

        Long again = school.as(
                Role.CURATOR, () -> sign(person, ConsentKind.PROCESSING).id());
        school.as(Role.CURATOR, () -> {
            consents.attach(again, "a.pdf", "%PDF-1.7 ".getBytes(StandardCharsets.UTF_8));
            registers.changeStatus(id, ParticipantStatus.REGISTERED, null);
            return consents.withdraw(again, null);
        });
        school.as(Role.CURATOR, () -> {
            withdrawals.decide(again, Erasure.ANONYMISE, null);
            return null;
        });
        withdrawals.anonymise(again);

        theActNamesWhatIsGone(again);
        nothingIsAdded("participant.erased", id, again);
        refused("participant.erased", Role.CURATOR, () -> papers.form(again));
        refused("participant.erased", Role.CURATOR, () -> {
            Participant card = registers.visible(id);
            registers.change(
                    id,
                    card.person().version(),
                    card.version(),
                    PersonDetails.named("А", "Б", null, null),
                    card.details());
        });
        refused("participant.erased", Role.CURATOR, () -> consents.undo(again));
        refused("participant.erased", Role.CURATOR, () -> consents.withdraw(again, null));
        refused("participant.erased", Role.PSYCHOLOGIST, () -> journal.release(id));
        refused(
                "participant.erased",
                Role.CURATOR,
                () -> registers.enterAgain(
                        next.programmeId(),
                        ParticipantRole.MENTOR,
                        person.person().id(),
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null)));
    }

    /** A paper of a year that is over, entered after the one that was withdrawn, is no new consent. */
    @Test
    void theDayOfTheSignatureSaysWhatCameLater() {
        Participant person = person("Дюмаркова");
        Long given = processing(person).id();
        school.as(Role.CURATOR, () -> {
            Long older = consents.register(
                            person.id(),
                            ConsentKind.PROCESSING,
                            today.minusYears(1),
                            Set.of(Signer.SELF, Signer.REPRESENTATIVE))
                    .id();
            jdbc.update("update consent set valid_until = ? where id = ?", today.minusMonths(3), older);
            return consents.withdraw(given, null);
        });

        nothingIsAdded("participant.withdrawn", person.id(), given);
        withdrawals.anonymise(given);
        assertThat(consents.of(person.person().id()))
                .as("what had expired by itself was not withdrawn")
                .extracting(consent -> consent.state(today))
                .contains(Consent.State.WITHDRAWN)
                .containsOnlyOnce(Consent.State.EXPIRED);
    }

    /** Of several roadmaps in one year the person stands in: the consent is the same. */
    @Test
    void whoHasWithdrawnEntersNoOtherProgrammeOfTheYear() {
        Participant person = person("Рюмаркова");
        Long other = programmes
                .open(school.id(), SchoolYear.around(today), "teacher-mentoring")
                .id();
        Long given = processing(person).id();
        school.as(Role.CURATOR, () -> consents.withdraw(given, null));

        refused(
                "participant.withdrawn",
                Role.CURATOR,
                () -> registers.enterAgain(
                        other,
                        ParticipantRole.MENTEE,
                        person.person().id(),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        withdrawals.anonymise(given);
    }

    private void nothingIsAdded(String why, Long id, Long consent) {
        refused(why, Role.CURATOR, () -> registers.changeStatus(id, ParticipantStatus.REGISTERED, null));
        refused(
                why,
                Role.CURATOR,
                () -> consents.attach(consent, "a.pdf", "%PDF-1.7 ".getBytes(StandardCharsets.UTF_8)));
        refused(
                why,
                Role.CURATOR,
                () -> registers.enterAgain(
                        programme,
                        ParticipantRole.MENTOR,
                        registers.visible(id).person().id(),
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null)));
        refused(why, Role.PSYCHOLOGIST, () -> journal.write(id, new PsychologistJournal.Entry(today, "Беседа", null)));
    }

    private void refused(String code, Role role, Runnable act) {
        assertThatThrownBy(() -> school.as(role, () -> {
                    act.run();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aNamesakeStaysWhereOnlyTheFamilyNameIsWritten() {
        Participant person = person("Пюмаркова");
        school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Пюмарков", "Другой", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        jdbc.update(
                "insert into activity_term (programme_id, activity_key, planned_due, due, reason, moved_by, moved_at)"
                        + " values (?, '000-1.1.1', ?, ?, ?, 'test', ?)",
                programme,
                today,
                today,
                "Просил Пюмарков; Пюмаркова Зюимя болела",
                today.atStartOfDay());
        Consent processing = processing(person);
        school.as(Role.CURATOR, () -> consents.withdraw(processing.id(), null));
        withdrawals.anonymise(processing.id());

        assertThat(jdbc.queryForObject(
                        "select reason from activity_term where programme_id = ?", String.class, programme))
                .isEqualTo("Просил Пюмарков; […] болела");
    }

    private Consent processing(Participant of) {
        return consents.of(of.person().id()).stream()
                .filter(consent -> consent.kind() == ConsentKind.PROCESSING)
                .findFirst()
                .orElseThrow();
    }

    private Participant person(String familyName) {
        ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)
                .copy()
                .difficulties(SECRET)
                .topics(List.of(Topic.of(TopicKind.REQUEST, SECRET)))
                .needs(Set.of(Need.LOW_RESULTS))
                .done();
        PersonDetails named = new PersonDetails(
                familyName,
                "Зюимя",
                "Зюотчествовна",
                today.minusYears(12),
                "8-900-111-22-33",
                "zyu@example.org",
                SECRET,
                SECRET,
                null,
                PARENT,
                SECRET,
                "8-900-111-22-33");
        return school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    programme, ParticipantRole.MENTEE, named, details.asAConsentNeeds(ParticipantRole.MENTEE));
            sign(entered, ConsentKind.PUBLICATION);
            sign(entered, ConsentKind.PSYCHOLOGICAL_HELP);
            sign(entered, ConsentKind.PROCESSING);
            Participant card = Cards.fill(registers, entered.id(), details);
            registers.changeStatus(entered.id(), ParticipantStatus.REGISTERED, SECRET);
            registers.conclude(entered.id(), SECRET);
            return card;
        });
    }

    private Consent sign(Participant of, ConsentKind kind) {
        return consents.register(of.id(), kind, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE));
    }

    /** Somebody in whose texts the person is named. */
    private Participant other() {
        Participant other = school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    programme,
                    ParticipantRole.MENTOR,
                    PersonDetails.named("Образцов", "Образец", null, today.minusYears(17)),
                    ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null));
            sign(entered, ConsentKind.PROCESSING);
            registers.changeStatus(entered.id(), ParticipantStatus.REGISTERED, "причина");
            ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null);
            held.keep(entered.programmeId(), entered.role(), Map.of(entered.id(), details));
            return entered;
        });
        jdbc.update(
                "insert into participant_topic (participant_id, kind, topic_key, wording) values (?, 'INTEREST', 'x', 'x')",
                other.id());
        return other;
    }

    private void pair(Participant person) {
        school.as(Role.PSYCHOLOGIST, () -> {
            journal.write(person.id(), new PsychologistJournal.Entry(today, SECRET, SECRET));
            journal.release(person.id());
            return null;
        });
        Long pair = school.as(
                Role.CURATOR,
                () -> management
                        .add(
                                programme,
                                new MentorshipManagement.NewMentorship(
                                        Mentorship.Kind.PAIR,
                                        new MentorshipDetails(1, school.staffId(Role.MENTOR), null, SECRET),
                                        null,
                                        null,
                                        false),
                                new MemberChoice(null, List.of(person.id())))
                        .id());
        school.as(Role.CURATOR, () -> meetings.record(programme, pair, MeetingKind.TRIAL, MeetingReport.on(today)));
        jdbc.update("update mentorship set reason = ? where id = ?", SECRET, pair);
        jdbc.update("update mentorship_meeting set note = ? where mentorship_id = ?", SECRET, pair);
    }

    private Long matching(Participant person, Participant other) {
        jdbc.update(
                "insert into mentorship_search (version, programme_id, number, code, participant_id, support_needed,"
                        + " launched, state, opened_on, reason, changed_by, changed_at)"
                        + " values (0, ?, 1, 'Н-901', ?, false, true, 'CLOSED', ?, ?, 'test', ?)",
                programme,
                person.id(),
                today,
                SECRET,
                today.atStartOfDay());
        jdbc.update(
                "insert into mentorship_search (version, programme_id, number, code, support_needed, launched, state,"
                        + " opened_on, reason, changed_by, changed_at)"
                        + " values (0, ?, 2, 'Н-902', false, true, 'CLOSED', ?, 'причина', 'test', ?)",
                programme,
                today,
                today.atStartOfDay());
        Long search = jdbc.queryForObject(
                "select max(id) from mentorship_search where programme_id = ?", Long.class, programme);
        jdbc.update(
                "insert into mentorship_proposal (version, search_id, mentee_id, mentor_id, score, basis, policy_version,"
                        + " state, proposed_on, closed_on, reason, changed_by, changed_at)"
                        + " values (0, ?, ?, ?, 1, ?, '1', 'DECLINED', ?, ?, ?, 'test', ?)",
                search,
                person.id(),
                other.id(),
                SECRET,
                today,
                today,
                SECRET,
                today.atStartOfDay());
        jdbc.update(
                "insert into matching_run (version, programme_id, number, state, preferences, salt, matched, unmatched, total,"
                        + " optimal, blocking_pairs, policy_version, started_at, started_by)"
                        + " values (0, ?, 1, 'PROPOSED', false, 1, 1, 0, 1, true, 0, '1', ?, 'test')",
                programme,
                today.atStartOfDay());
        Long run =
                jdbc.queryForObject("select max(id) from matching_run where programme_id = ?", Long.class, programme);
        jdbc.update(
                "insert into matching_proposal (id, run_id, mentee_id, mentor_id, score, loss_left, locked, earlier, basis,"
                        + " reasons) values (nextval('matching_proposal_seq'), ?, ?, ?, 1, 0, false, false, '[]', ?)",
                run,
                person.id(),
                other.id(),
                "[\"" + SECRET + "\"]");
        for (Long mentee : List.of(person.id(), other.id())) {
            jdbc.update(
                    "insert into matching_mark (programme_id, mentee_id, mentor_id, kind, reason, made_by, made_at)"
                            + " values (?, ?, ?, 'VETO', ?, 'test', ?)",
                    programme,
                    mentee,
                    other.id(),
                    mentee.equals(person.id()) ? SECRET : "причина",
                    today.atStartOfDay());
        }
        jdbc.update(
                "insert into questionnaire_edition (questionnaire, edition, digest, form, kept_at)"
                        + " values (?, 1, ?, '{}', ?)",
                school.id(),
                "0".repeat(64),
                today.atStartOfDay());
        jdbc.update(
                "insert into questionnaire_campaign (programme_id, kind, opened_by, opened_at) values (?, 'own', 'test', ?)",
                programme,
                today.atStartOfDay());
        for (Long asked : List.of(person.id(), other.id())) {
            jdbc.update(
                    "insert into questionnaire_invitation (campaign_id, participant_id, edition_id, code, invited_by,"
                            + " invited_at, version) select max(c.id), ?, max(e.id), ?, 'test', ?, 1"
                            + " from questionnaire_campaign c, questionnaire_edition e"
                            + " where c.programme_id = ? and e.questionnaire = ?",
                    asked,
                    "%08d".formatted(asked),
                    today.atStartOfDay(),
                    programme,
                    school.id());
            jdbc.update(
                    "insert into questionnaire_answer (invitation_id, question, place, answer)"
                            + " select id, 'wish', 0, 'x' from questionnaire_invitation where participant_id = ?",
                    asked);
        }
        jdbc.update(
                "insert into psychologist_note (version, participant_id, held_on, topic, advice, written_by, written_at)"
                        + " values (0, ?, ?, 'тема', 'совет', 'test', ?)",
                other.id(),
                today,
                today.atStartOfDay());
        jdbc.update(
                "insert into mentorship (version, programme_id, kind, number, code, mentees, basis, state, formed_on, reason,"
                        + " changed_by, changed_at) values (0, ?, 'GROUP', 900, 'Г-900', 2, 'основание', 'RUNNING', ?, 'причина',"
                        + " 'test', ?)",
                programme,
                today,
                today.atStartOfDay());
        Long group =
                jdbc.queryForObject("select max(id) from mentorship where programme_id = ?", Long.class, programme);
        jdbc.update(
                "insert into mentorship_meeting (mentorship_id, kind, held, meeting_date, note, recorded_by, recorded_at)"
                        + " values (?, 'TRIAL', true, ?, 'встреча', 'test', ?)",
                group,
                today,
                today.atStartOfDay());
        return run;
    }

    private void activities(Participant other) {
        Object now = today.atStartOfDay();
        jdbc.update(
                "insert into activity_outcome (version, programme_id, activity_key, outcome, document_number, note, link,"
                        + " recorded_by, recorded_at) values (0, ?, '000-1.1.1', 'DONE', 'x', 'x', 'x', 'test', ?)",
                programme,
                now);
        jdbc.update(
                "insert into activity_correction (programme_id, activity_key, taken_back, reason, outcome, document_number, note,"
                        + " link, recorded_by, recorded_at, corrected_by, corrected_at)"
                        + " values (?, '000-1.1.1', false, 'x', 'DONE', 'x', 'x', 'x', 'test', ?, 'test', ?)",
                programme,
                now,
                now);
        jdbc.update(
                "insert into notification (school_id, recipient, kind, about, subject, reason, path, sent_by, sent_at)"
                        + " values (?, 'test', 'TASK_HANDED_OVER', 'x', 'x', 'x', '/', 'test', ?)",
                school.id(),
                now);
        UUID file = files.save(school.id(), NAME + ".pdf", "application/pdf", new byte[] {1});
        jdbc.update(
                "insert into activity_evidence (programme_id, activity_key, kind, file_id, name, size_bytes, link, note,"
                        + " added_by, added_at) values (?, '000-1.1.1', 'FILE', ?, 'x', 1, 'x', 'x', 'test', ?)",
                programme,
                file,
                now);
        jdbc.update(
                "insert into activity_event (version, programme_id, activity_key, instance_id, planned_for, place, agenda, note,"
                        + " decisions, recorded_by, recorded_at) values (0, ?, '000-1.2.1', ?, ?, 'x', 'x', 'x', 'x', 'test', ?)",
                programme,
                UUID.randomUUID().toString(),
                today,
                now);
        jdbc.update(
                "insert into class_tick (version, programme_id, activity_key, class_id, held, tick_date, note, ticked_by,"
                        + " ticked_at) values (0, ?, '000-1.2.2', ?, true, ?, 'x', 'test', ?)",
                programme,
                school.addClass("5А"),
                today,
                now);
        jdbc.update(
                "insert into activity_step (version, programme_id, activity_key, instance_id, step, outcome, document_number,"
                        + " note, link, recorded_by, recorded_at)"
                        + " values (0, ?, '000-1.2.2', ?, 'Task', 'DONE', 'x', 'x', 'x', 'test', ?)",
                programme,
                UUID.randomUUID().toString(),
                now);
        jdbc.update(
                "insert into activity_fact (step_id, ordinal, name, text)"
                        + " select max(id), 0, 'conclusions', 'x' from activity_step where programme_id = ?",
                programme);
        jdbc.update(
                "insert into activity_term (programme_id, activity_key, planned_due, due, reason, moved_by, moved_at)"
                        + " values (?, '000-1.1.1', ?, ?, 'x', 'test', ?)",
                programme,
                today,
                today,
                now);
        jdbc.update(
                "insert into activity_correction (programme_id, activity_key, taken_back, reason, outcome, document_number,"
                        + " note, link, recorded_by, recorded_at, corrected_by, corrected_at)"
                        + " values (?, '000-1.1.1', false, 'x', 'DONE', 'x', 'x', 'x', 'test', ?, 'test', ?)",
                programme,
                now,
                now);
        jdbc.update(
                "insert into programme_card (version, school_id, title, search_key, form, retired, changed_by, changed_at)"
                        + " values (0, ?, 'x', 'x', 'PUPIL_PUPIL', false, 'test', ?)",
                school.id(),
                now);
        jdbc.update(
                "insert into partner (version, school_id, kind, name, search_key, changed_by, changed_at)"
                        + " values (0, ?, 'EMPLOYER', 'Завод', 'завод', 'test', ?)",
                school.id(),
                now);
        jdbc.update(
                "insert into consent_withdrawal (consent_id, programme_id, participant_id, launched, unpublish,"
                        + " unpublish_note, reason) select max(id), ?, ?, false, false, 'x', 'x' from consent"
                        + " where person_id = ?",
                programme,
                other.id(),
                other.person().id());
    }

    /** Each document has a version that was replaced and one that was not; all of them name the person. */
    private void documents() {
        for (String status : List.of("DRAFT", "REVIEW", "RETURNED", "READY", "CANCELLED", "APPROVED")) {
            jdbc.update(
                    "insert into document (version, programme_id, school_id, type, data_class, way, register, title, heading,"
                            + " items_text, appendices_text, origin, status, last_version, created_at, comment_text,"
                            + " made_known) values (0, ?, ?, 'order-pairs', 'CHILDREN', 'APPROVED', 'ORDERS', 'x', 'x', 'x',"
                            + " 'x', ?, ?, 2, ?, 'x', true)",
                    programme,
                    school.id(),
                    "erasure-" + school.id() + status,
                    status,
                    today.atStartOfDay());
            Long document =
                    jdbc.queryForObject("select max(id) from document where school_id = ?", Long.class, school.id());
            jdbc.update(
                    "insert into document_decision (document_id, kind, version_no, blanks, reason_text, decided_by,"
                            + " decided_at) values (?, 'RETURNED', 1, 0, 'x', 'test', ?)",
                    document,
                    today.atStartOfDay());
            for (int no = 1; no <= 2; no++) {
                UUID file = files.save(school.id(), NAME + ".docx", "application/docx", docx());
                if (status.equals("APPROVED") && no == 2) {
                    kept.add(file);
                }
                jdbc.update(
                        "insert into document_version (document_id, no, kind, file_id, file_name, created_by, created_at)"
                                + " values (?, ?, ?, ?, 'x', 'test', ?)",
                        document,
                        no,
                        no == 1 ? "GENERATED" : "EDITED",
                        file,
                        today.atStartOfDay());
            }
        }
    }

    /** Word cuts what it likes into runs. */
    private static byte[] docx() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String run : List.of("Пара: Зюм", "аркова", " З. З.", " и представитель Зюпредкова А. П.")) {
                paragraph.createRun().setText(run);
            }
            document.createTable(1, 1).getRow(0).getCell(0).setText(NAME + ", 7А");
            document.getProperties().getCoreProperties().setTitle("О " + NAME);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the person in every free text of the school but the person's own. */
    private void plant() {
        for (FreeTexts.Column column : freeColumns()) {
            String where = " where " + column.scope().replace(":school", "?") + " and (" + column.name()
                    + " is null or " + column.name() + " not like '%" + SECRET + "%' and lower(" + column.name()
                    + ") not like '%зютайн%')";
            String text = limit(column) < SOMEBODY.length() ? "Зюмаркова" : SOMEBODY;
            if (column.table().equals("held_details")) {
                jdbc.update(
                        "update held_details set details = replace(details, '\"achievements\":null', ?)" + where,
                        "\"achievements\":\"" + SOMEBODY + "\"",
                        school.id());
            } else {
                jdbc.update("update " + column.table() + " set " + column.name() + " = ?" + where, text, school.id());
            }
        }
    }

    private int limit(FreeTexts.Column column) {
        return jdbc.queryForObject(
                "select max(character_maximum_length) from information_schema.columns where lower(table_name) = ?"
                        + " and lower(column_name) = ?",
                Integer.class,
                column.table(),
                column.name());
    }

    private Set<String> planned() {
        try {
            return listed().entrySet().stream()
                    .filter(line -> !line.getValue().startsWith("no"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FreeTexts.Column> freeColumns() {
        return freeTexts.stream().flatMap(each -> each.columns().stream()).toList();
    }

    private static Map<String, String> listed() throws IOException {
        try (InputStream lines = ErasureContract.class.getResourceAsStream("/erasure/columns.csv")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("; ", 2))
                    .collect(Collectors.toMap(
                            cells -> cells[0], cells -> cells[1], (one, twice) -> "twice", TreeMap::new));
        }
    }

    private Set<String> textColumns() {
        return new TreeSet<>(jdbc.queryForList(
                "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(table_name) not like 'act!_%' escape '!'"
                        + " and lower(table_name) not like 'hte!_%' escape '!'" // Hibernate's, gone with the
                        // transaction
                        + " and lower(table_name) <> 'app_schema_history' and (lower(data_type) like '%char%'"
                        + " or lower(data_type) in ('text', 'json', 'jsonb', 'xml'))",
                String.class));
    }

    /** Columns of all tables, the engine's too, that hold a mark; files are looked into. What was signed is left out. */
    private Set<String> found() {
        Set<String> found = new TreeSet<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                String.class)) {
            jdbc.query("select * from \"" + table + "\"", row -> {
                if (table.equalsIgnoreCase("stored_file") && isKept(row)) {
                    return;
                }
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    if (holds(row, column)) {
                        found.add((table + "." + row.getMetaData().getColumnName(column)).toLowerCase());
                    }
                }
            });
        }
        return found;
    }

    /** The scan of a consent, which the school has to keep, and the last text of an approved paper. */
    private boolean isKept(ResultSet row) throws SQLException {
        return kept.contains(row.getObject("id", UUID.class)) && !marked(row.getString("name"));
    }

    private static boolean holds(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> marked(row.getString(column));
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> marked(row.getBytes(column));
            default -> false;
        };
    }

    private static boolean marked(String text) {
        return text != null && MARKS.stream().anyMatch(text.toLowerCase()::contains);
    }

    private static boolean marked(byte[] bytes) {
        if (bytes == null) {
            return false;
        }
        List<String> texts = new ArrayList<>(List.of(
                new String(bytes, StandardCharsets.UTF_8),
                new String(bytes, StandardCharsets.UTF_16BE),
                new String(bytes, StandardCharsets.UTF_16LE)));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                texts.add(part);
                texts.add(part.replaceAll("<[^>]*>", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream().anyMatch(ErasureContract::marked);
    }
}
