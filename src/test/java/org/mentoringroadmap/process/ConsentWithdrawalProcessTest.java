package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
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
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Covers("consent-withdrawal")
class ConsentWithdrawalProcessTest extends MentorshipTestCase {
    private static final String END_PAIR = "Task_EndPair";
    private static final String UNPUBLISH = "Task_Unpublish";
    private static final String DECIDE = "Task_DecideErasure";
    private static final LocalDate CHILD = LocalDate.of(2014, 3, 2);
    private static final LocalDate ADULT = LocalDate.of(1985, 3, 2);

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Admissions admissions;

    @Autowired
    private MemberDirectory memberDirectory;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    /** What is entered of people as soon as they have consented. */
    private final Map<Long, ParticipantDetails> waiting = new HashMap<>();

    private int entered;

    @Test
    void withoutProcessingEverythingEndsAtOnceAndThePersonIsAnonymised() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        sign(mentee, ConsentKind.PUBLICATION, Signer.REPRESENTATIVE);
        publish(mentee);
        Mentorship pair = pairOf(null, mentee, null);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);

        withdraw(processing);

        assertThat(status(mentee)).isEqualTo(ParticipantStatus.LEFT);
        assertThat(admitted(mentee)).as("at once, everywhere").isZero();
        assertThat(openTasks()).containsExactlyInAnyOrder(END_PAIR, UNPUBLISH);
        assertThat(groups(task(END_PAIR))).containsExactly("curator");
        assertThat(groups(task(UNPUBLISH))).containsExactly("site-editor");
        assertThat(task(END_PAIR).getName()).doesNotContain("Примеров");
        refuses("withdrawal.pairs-open", Role.CURATOR, END_PAIR, Map.of());
        complete(Role.SITE_EDITOR, UNPUBLISH, Map.of("outcome", "done", "date", TODAY, "note", "Альбом похода"));
        end(pair, false);
        assertThat(openTasks()).as("the pair has ended, its task with it").containsExactly(DECIDE);
        assertThat(day(task(DECIDE))).isEqualTo(DAY.plusDays(30));
        refuses("withdrawal.erasure", Role.CURATOR, DECIDE, Map.of());
        complete(Role.CURATOR, DECIDE, Map.of("erasure", "anonymise"));

        assertEndedAt(instance(processing), "End_Anonymised");
        Participant nobody = card(mentee);
        assertThat(nobody.person().anonymisedOn()).contains(DAY);
        assertThat(nobody.person().fullName()).doesNotContain("Примеров").contains("Обезличен");
        assertThat(nobody.person().birthDate()).isEmpty();
        assertThat(nobody.person().details().representativePhone()).isNull();
        assertThat(nobody.details().topics()).isEmpty();
        assertThat(nobody.details().needs()).isEmpty();
        assertThat(nobody.details().difficulties()).isNull();
        assertThat(nobody.result()).isEmpty();
        assertThat(school.as(Role.CURATOR, () -> registers.story(mentee.id())))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.reason()).isEmpty());
        assertThat(consents.of(mentee.person().id()))
                .as("kept as they were signed; publication has ended with processing")
                .hasSize(2)
                .allSatisfy(consent -> assertThat(consent.withdrawnOn()).contains(DAY));
        assertThat(withdrawal(processing).get("erasure")).isEqualTo("ANONYMISE");
        assertThat(withdrawal(processing).get("unpublish_note")).isNull();
    }

    @Test
    void aSecondEntryThatWasMergedGoesWithThePerson() {
        Participant kept = pupil();
        Participant taken = pupil();
        Participant other = pupil();
        school.as(
                Role.CURATOR,
                () -> duplicates.merge(
                        programmeId(),
                        kept.person().id(),
                        taken.person().id(),
                        kept.person().details()));
        Consent processing = sign(kept, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);

        withdraw(processing);
        complete(Role.CURATOR, DECIDE, Map.of("erasure", "anonymise"));

        for (Participant entry : List.of(kept, taken)) {
            assertThat(person(entry).get("last_name").toString()).doesNotContain("Примеров");
            assertThat(person(entry).get("representative_name")).isNull();
            assertThat(person(entry).get("birth_date")).isNull();
            assertThat(person(entry).get("anonymised_on")).isNotNull();
            assertThat(card(entry).details().topics()).isEmpty();
            assertThat(card(entry).details().difficulties()).isNull();
        }
        assertThat(person(other).get("anonymised_on")).isNull();
        assertThat(person(other).get("last_name").toString()).contains("Примеров");
    }

    private Map<String, Object> person(Participant of) {
        return jdbc.sql("select last_name, representative_name, birth_date, anonymised_on from person where id = ?")
                .param(of.person().id())
                .query()
                .singleRow();
    }

    @Test
    void theSchoolMayHaveAnotherGround() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);

        withdraw(processing);

        assertThat(openTasks()).as("no pair, nothing published").containsExactly(DECIDE);
        refuses("withdrawal.reason", Role.CURATOR, DECIDE, Map.of("erasure", "keep"));
        complete(Role.CURATOR, DECIDE, Map.of("erasure", "keep", "note", "Договор о целевом обучении"));

        assertEndedAt(instance(processing), "End_Kept");
        assertThat(card(mentee).person().fullName()).startsWith("Примеров");
        assertThat(withdrawal(processing).get("reason")).isEqualTo("Договор о целевом обучении");
    }

    @Test
    void whoConsentsAgainIsNotAnonymised() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        withdraw(processing);
        sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE, Signer.SELF);

        refuses("withdrawal.consented-again", Role.CURATOR, DECIDE, Map.of("erasure", "anonymise"));

        complete(Role.CURATOR, DECIDE, Map.of("erasure", "keep", "note", "Новое согласие"));
        assertThat(card(mentee).person().anonymisedOn()).isEmpty();
    }

    @Test
    void whoConsentsAgainWhileThePairStandsIsInItAgain() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        withdraw(processing);
        assertThat(openTasks()).contains(END_PAIR);

        sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE, Signer.SELF);
        school.runJobs();

        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(openTasks()).as("nobody has to end the pair").containsExactly(DECIDE);
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);
        complete(Role.CURATOR, DECIDE, Map.of("erasure", "keep", "note", "Новое согласие"));
    }

    @Test
    void whoGivesUpOneRoleStaysInTheOther() {
        Participant mentee = pupil();
        Consent asMentee = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Participant mentor = enter(
                ParticipantRole.MENTOR,
                mentee.person().details(),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null));
        Mentorship pair = pairOf(null, mentee, null);
        jdbc.sql(
                        "insert into consent (id, version, person_id, kind, as_mentee, as_mentor, signed_on, self_signed,"
                                + " representative_signed, valid_until, registered_by, registered_at)"
                                + " values (nextval('consent_seq'), 0, ?, 'PROCESSING', false, true, ?, false, true, ?, 'test', ?)")
                .params(mentee.person().id(), DAY, DAY.plusYears(1), DAY.atStartOfDay())
                .update();

        withdraw(asMentee);

        assertThat(status(mentee)).isEqualTo(ParticipantStatus.LEFT);
        assertThat(status(mentor)).isEqualTo(ParticipantStatus.REGISTERED);
        assertThat(openTasks()).containsExactly(END_PAIR);
        end(pair, false);
        assertThat(openTasks()).as("as a mentor the person is known").isEmpty();
        assertThat(card(mentor).person().anonymisedOn()).isEmpty();
    }

    @Test
    void withoutPublicationThePairGoesOn() {
        Participant mentee = pupil();
        sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Consent publication = sign(mentee, ConsentKind.PUBLICATION, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        publish(mentee);

        withdraw(publication);

        assertThat(openTasks()).containsExactly(UNPUBLISH);
        refuses("withdrawal.unpublished-on", Role.SITE_EDITOR, UNPUBLISH, Map.of("outcome", "done"));
        complete(Role.SITE_EDITOR, UNPUBLISH, Map.of("outcome", "not-held"));
        assertEndedAt(instance(publication), "End_Withdrawn");
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);
    }

    @Test
    void whatWasNeverPublishedNeedsNobody() {
        Participant mentee = pupil();
        Consent publication = sign(mentee, ConsentKind.PUBLICATION, Signer.REPRESENTATIVE);

        withdraw(publication);

        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance(publication), "End_Withdrawn");
    }

    @Test
    void withoutDutiesAPairOfWorkersEnds() {
        Participant mentor = teacher(ParticipantRole.MENTOR);
        Participant mentee = teacher(ParticipantRole.MENTEE);
        Consent duties = sign(mentor, ConsentKind.DUTIES, Signer.SELF);
        sign(mentor, ConsentKind.PROCESSING, Signer.SELF);
        sign(mentee, ConsentKind.PROCESSING, Signer.SELF);
        Participant pupil = pupil();
        sign(pupil, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship workers = pairOf(mentor, mentee, MentoringForm.TEACHER_TEACHER);
        Mentorship pupils = pairOf(mentor, pupil, MentoringForm.TEACHER_PUPIL);

        withdraw(duties);

        assertThat(openTasks()).containsExactly(END_PAIR);
        end(workers, false);
        assertEndedAt(instance(duties), "End_Withdrawn");
        assertThat(state(pupils)).isEqualTo(Mentorship.State.FORMED);
        assertThat(status(mentor)).as("still with the pupil").isEqualTo(ParticipantStatus.MATCHED);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.REGISTERED);
    }

    @Test
    void whoLeavesAGroupLeavesItWorking() {
        Participant first = pupil();
        Participant second = pupil();
        Participant third = pupil();
        Consent processing = sign(first, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        sign(second, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        sign(third, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship group = school.as(
                Role.CURATOR,
                () -> book.add(
                        programmeId(),
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.GROUP, new MentorshipDetails(0, null, null, null), null, null, true),
                        new MemberChoice(null, List.of(first.id(), second.id(), third.id()))));
        school.runJobs();
        withdraw(processing);
        assertThat(openTasks()).contains(END_PAIR);

        choose(group, null, second, third);

        assertThat(openTasks()).contains(DECIDE).doesNotContain(END_PAIR);
        assertThat(state(group)).isEqualTo(Mentorship.State.RUNNING);
        assertThat(mentorships.get(programmeId(), group.id()).mentees()).isEqualTo(2);
    }

    @Test
    void anotherValidConsentKeepsThePair() {
        Participant mentee = pupil();
        Consent first = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE, Signer.SELF);

        withdraw(first);

        assertEndedAt(instance(first), "End_Withdrawn");
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(asNobody(() -> memberDirectory.hindered(programmeId(), DAY)))
                .as("let in once more by the other")
                .isEmpty();
        assertThat(memberDirectory
                        .of(school.id(), List.of(pair.id()))
                        .get(pair.id())
                        .mentees()
                        .get(0)
                        .admitted())
                .isTrue();
    }

    @Test
    void aMessageForAnUnknownOrKnownWithdrawalIsRefused() {
        Consent publication = sign(pupil(), ConsentKind.PUBLICATION, Signer.REPRESENTATIVE);
        withdraw(publication);

        assertMessageRefused("withdrawal.unknown", "424242");
        assertMessageRefused("withdrawal.unknown", "name");
        assertMessageRefused("withdrawal.started", publication.id().toString());
    }

    /** The consent, what it allowed and the process change together or not at all. */
    @Test
    void aProcessThatCannotStartUndoesTheWithdrawal() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        repository.suspendProcessDefinitionByKey("consent-withdrawal");
        try {
            assertThat(catchThrowable(() -> withdraw(processing))).isNotNull();
        } finally {
            repository.activateProcessDefinitionByKey("consent-withdrawal");
        }

        assertThat(consents.of(mentee.person().id()))
                .allSatisfy(consent -> assertThat(consent.withdrawnOn()).isEmpty());
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(admitted(mentee)).isOne();
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);
        withdraw(processing);
        assertThat(openTasks()).containsExactly(END_PAIR);
    }

    /** The pair and its task close together or not at all. */
    @Test
    void aRefusedEndLeavesTheTask() {
        Participant mentee = pupil();
        Consent processing = sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        withdraw(processing);

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    book.end(programmeId(), pair.id(), " ", null, false);
                    return null;
                }))
                .isInstanceOf(org.mentoringroadmap.shared.UserInputException.class);

        assertThat(openTasks()).containsExactly(END_PAIR);
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);
    }

    @Test
    void whatCameOfAPairIsWrittenBack() {
        Participant mentee = pupil();
        sign(mentee, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        Mentorship pair = pairOf(null, mentee, null);
        school.as(Role.CURATOR, () -> {
            book.begin(programmeId(), pair.id());
            return null;
        });
        school.runJobs();
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY.minusDays(1));
        enter(Role.CURATOR, pair, MeetingKind.FINAL, DAY);

        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.FINISHED);
        assertThat(card(mentee).result()).contains("пара П-001: работа завершена 20.08.2025, встреч: 2.");

        school.as(Role.CURATOR, () -> {
            meetings.remove(programmeId(), meetings.of(pair.id()).get(1).id());
            return null;
        });
        school.runJobs();
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
    }

    private void assertMessageRefused(String code, String consentId) {
        assertRefused(
                code,
                catchThrowable(() -> school.as(
                        "admin",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> runtime.createMessageCorrelation("ConsentWithdrawn")
                                .processInstanceBusinessKey(key)
                                .setVariable("schoolId", school.id())
                                .setVariable("consentId", consentId)
                                .correlateStartMessage())));
    }

    private Participant pupil() {
        PersonDetails person = new PersonDetails(
                "Примеров-" + ++entered,
                "Пример",
                null,
                CHILD,
                null,
                null,
                null,
                null,
                null,
                "Примерова Мария",
                "мать",
                "8 000");
        ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)
                .copy()
                .difficulties("Трудно с дробями")
                .topics(List.of(Topic.of(TopicKind.REQUEST, "Математика")))
                .needs(Set.of(Need.LOW_RESULTS))
                .done();
        return enter(ParticipantRole.MENTEE, person, details);
    }

    private Participant teacher(ParticipantRole role) {
        return enter(
                role,
                PersonDetails.named("Примеров-" + ++entered, "Учитель", null, ADULT),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null)
                        .copy()
                        .capacity(2)
                        .done());
    }

    private Participant enter(ParticipantRole role, PersonDetails person, ParticipantDetails details) {
        Long programme = programmeId();
        return school.as(Role.CURATOR, () -> {
            Participant participant = registers.enter(programme, role, person, details.asAConsentNeeds(role));
            waiting.put(participant.id(), details);
            registers.changeStatus(participant.id(), ParticipantStatus.REGISTERED, null);
            return participant;
        });
    }

    private Consent sign(Participant participant, ConsentKind kind, Signer... signers) {
        Consent consent =
                school.as(Role.CURATOR, () -> consents.register(participant.id(), kind, DAY, List.of(signers)));
        if (kind == ConsentKind.PROCESSING && waiting.containsKey(participant.id())) {
            school.as(Role.CURATOR, () -> Cards.fill(registers, participant.id(), waiting.remove(participant.id())));
        }
        return consent;
    }

    private void withdraw(Consent consent) {
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));
        school.runJobs();
    }

    private void publish(Participant participant) {
        assertThat(school.as(
                        Role.CURATOR,
                        () -> admissions.admit(AdmissionPurpose.PUBLICATION, List.of(participant.id()), DAY)))
                .hasSize(1);
    }

    private Mentorship pairOf(Participant mentor, Participant mentee, MentoringForm form) {
        return school.as(
                Role.CURATOR,
                () -> book.add(
                        programmeId(),
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, form, null), null, null, false),
                        new MemberChoice(mentor == null ? null : mentor.id(), List.of(mentee.id()))));
    }

    private void choose(Mentorship pair, Participant mentor, Participant... mentees) {
        school.as(Role.CURATOR, () -> {
            book.choose(
                    programmeId(),
                    pair.id(),
                    new MemberChoice(
                            mentor == null ? null : mentor.id(),
                            java.util.Arrays.stream(mentees)
                                    .map(Participant::id)
                                    .toList()));
            return null;
        });
        school.runJobs();
    }

    private Participant card(Participant participant) {
        return school.as(Role.CURATOR, () -> registers.visible(participant.id()));
    }

    private ParticipantStatus status(Participant participant) {
        return card(participant).status();
    }

    private int admitted(Participant participant) {
        return jdbc.sql("select count(*) from admission where participant_id = ? and ended_on is null")
                .param(participant.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> withdrawal(Consent consent) {
        return jdbc.sql("select * from consent_withdrawal where consent_id = ?")
                .param(consent.id())
                .query()
                .singleRow();
    }

    private String instance(Consent consent) {
        return instance("consent-withdrawal", "consentId", consent.id());
    }

    private LocalDate day(Task task) {
        return task.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate();
    }

    private <T> T asNobody(java.util.function.Supplier<T> work) {
        return school.as(null, List.of(), work);
    }
}
