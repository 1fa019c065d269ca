package org.mentoringroadmap.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom the gate lets in and whom it does not, on whichever database the subclass brings. */
abstract class AdmissionsContract {
    private static final LocalDate CHILD = LocalDate.of(2014, 3, 2);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Admissions admissions;

    @Autowired
    private ConsentRepository consents;

    @Autowired
    private ParticipantRepository participants;

    @Autowired
    private ConsentRules rules;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;
    private int entered;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR);
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void aValidConsentLetsInOnceAndIsReferredTo() {
        Participant mentee = pupil(CHILD);
        Consent consent = sign(mentee, ConsentKind.PROCESSING, today.minusDays(1), Signer.REPRESENTATIVE);

        Admission admission = admit(AdmissionPurpose.MATCHING, mentee).orElseThrow();

        assertThat(admission.consentId()).isEqualTo(consent.id());
        assertThat(admit(AdmissionPurpose.MATCHING, mentee)).contains(admission);
        assertThat(admit(AdmissionPurpose.SELECTION, mentee)).isPresent();
        assertThat(rows(mentee)).isEqualTo(2);
        assertThat(admissions.standing(List.of(admission.id()))).containsExactly(admission.id());
    }

    @Test
    void withoutAConsentNobodyIsLetIn() {
        refused(AdmissionPurpose.MATCHING, pupil(CHILD), IneligibilityReason.MISSING);
        assertThat(admissions.admit(AdmissionPurpose.MATCHING, List.of(), today))
                .isEmpty();
        assertThat(admissions.admit(AdmissionPurpose.MATCHING, List.of(-1L), today))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AdmissionPurpose.class)
    void anotherKindOfConsentLetsNobodyIn(AdmissionPurpose purpose) {
        Participant teacher = teacher();
        for (ConsentKind kind : EnumSet.complementOf(EnumSet.of(purpose.consent()))) {
            sign(teacher, kind, today, Signer.SELF);
        }

        refused(purpose, teacher, IneligibilityReason.MISSING);
        sign(teacher, purpose.consent(), today, Signer.SELF);
        assertThat(admit(purpose, teacher)).isPresent();
    }

    @Test
    void aConsentCountsInTheRoleThatItNames() {
        Participant mentee = pupil(CHILD);
        Participant mentor = as(() -> registers.enter(
                programmeId,
                ParticipantRole.MENTOR,
                mentee.person().details(),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null)));
        sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);

        assertThat(admit(AdmissionPurpose.MATCHING, mentee)).isPresent();
        refused(AdmissionPurpose.MATCHING, mentor, IneligibilityReason.OTHER_ROLE);
        sign(mentor, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        assertThat(admit(AdmissionPurpose.MATCHING, mentor)).isPresent();

        sign(mentee, ConsentKind.PUBLICATION, today, Signer.REPRESENTATIVE);
        assertThat(admit(AdmissionPurpose.PUBLICATION, mentor))
                .as("publication names no role")
                .isPresent();
    }

    @Test
    void anExpiredConsentLetsNobodyIn() {
        Participant mentee = pupil(CHILD);
        sign(mentee, ConsentKind.PROCESSING, today.minusYears(1), today.minusDays(1), Signer.REPRESENTATIVE);
        refused(AdmissionPurpose.MATCHING, mentee, IneligibilityReason.EXPIRED);

        sign(mentee, ConsentKind.PROCESSING, today.minusYears(1), lastDay(), Signer.REPRESENTATIVE);
        assertThat(admit(AdmissionPurpose.MATCHING, mentee))
                .as("its last day still counts")
                .isPresent();
        assertThat(admissions.admit(
                        AdmissionPurpose.MATCHING,
                        List.of(mentee.id()),
                        lastDay().plusDays(1)))
                .as("the programme runs longer than its year, and the consent does not")
                .isEmpty();
    }

    /** Valid today is not enough: last year's consent covers no school day of a year that is prepared in summer. */
    @Test
    void aConsentThatEndsBeforeTheYearLetsNobodyIn() {
        Participant mentee = pupil(CHILD);
        sign(mentee, ConsentKind.PROCESSING, today.minusDays(1), lastDay().minusDays(1), Signer.REPRESENTATIVE);

        refused(AdmissionPurpose.MATCHING, mentee, IneligibilityReason.ENDS_TOO_SOON);
        assertThat(eligible(ParticipantRole.MENTEE, "")).isEmpty();
    }

    /** Nobody is let into a year that is over by a paper that was signed after it; while it runs on, everybody is. */
    @Test
    void aConsentThatWasSignedAfterTheYearLetsNobodyIntoIt() {
        Participant mentee = pupil(CHILD);
        LocalDate after = lastDay().plusDays(20);
        sign(mentee, ConsentKind.PUBLICATION, after.minusDays(5), after.plusYears(1), Signer.REPRESENTATIVE);

        assertThat(admissions.eligible(AdmissionPurpose.PUBLICATION, List.of(mentee.id()), after))
                .as("the year still runs")
                .containsExactly(mentee.id());

        transaction.executeWithoutResult(status -> programmes.complete(programmeId));

        assertThat(admissions.eligible(AdmissionPurpose.PUBLICATION, List.of(mentee.id()), after))
                .isEmpty();
        assertThat(admissions.why(AdmissionPurpose.PUBLICATION, List.of(mentee.id()), after))
                .containsExactly(Map.entry(mentee.id(), IneligibilityReason.BEGINS_TOO_LATE));
        sign(mentee, ConsentKind.PUBLICATION, lastDay(), after.plusYears(1), Signer.REPRESENTATIVE);
        assertThat(admissions.eligible(AdmissionPurpose.PUBLICATION, List.of(mentee.id()), after))
                .as("its last day still counts")
                .containsExactly(mentee.id());
    }

    @ParameterizedTest
    @EnumSource(IneligibilityReason.class)
    void eachReasonIsToldInWords(IneligibilityReason reason) {
        for (String prefix : List.of("hindrance.", "journal.hindrance.")) {
            assertThat(messages.getMessage(prefix + reason, null, null, Locale.forLanguageTag("ru")))
                    .as(prefix + reason)
                    .isNotBlank();
        }
    }

    private LocalDate lastDay() {
        return SchoolYear.around(today).lastDay();
    }

    @Test
    void aConsentOfTomorrowLetsNobodyInToday() {
        Participant mentee = pupil(CHILD);
        sign(mentee, ConsentKind.PROCESSING, today.plusDays(1), Signer.REPRESENTATIVE);

        refused(AdmissionPurpose.MATCHING, mentee, IneligibilityReason.EXPIRED);
    }

    @Test
    void aWithdrawnConsentLetsNobodyIn() {
        Participant mentee = pupil(CHILD);
        Consent consent = sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        Admission admission = admit(AdmissionPurpose.MATCHING, mentee).orElseThrow();

        withdraw(mentee, consent);

        assertThat(admissions.standing(List.of(admission.id()))).isEmpty();
        refused(AdmissionPurpose.MATCHING, mentee, IneligibilityReason.WITHDRAWN);
        sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        assertThat(admit(AdmissionPurpose.MATCHING, mentee))
                .hasValueSatisfying(again -> assertThat(again.id()).isNotEqualTo(admission.id()));
    }

    /** Ages on the day of the signature; a birthday belongs to the new age. */
    @ParameterizedTest
    @CsvSource({
        "13, 364, REPRESENTATIVE, true",
        "13, 364, SELF, false",
        "13, 364, BOTH, true",
        "14, 0, REPRESENTATIVE, false",
        "14, 0, SELF, false",
        "14, 0, BOTH, true",
        "17, 364, SELF, false",
        "17, 364, BOTH, true",
        "18, 0, REPRESENTATIVE, false",
        "18, 0, SELF, true",
        "18, 0, BOTH, true",
    })
    void whoHasToSignIsAQuestionOfTheAgeOnThatDay(int years, int days, String signed, boolean admitted) {
        LocalDate signedOn = LocalDate.of(2025, 9, 10);
        LocalDate born = signedOn.minusYears(years).minusDays(days);
        Participant pupil = pupil(born);
        sign(pupil, ConsentKind.PROCESSING, signedOn, LocalDate.of(2099, 8, 31), signers(signed));

        assertThat(admit(AdmissionPurpose.MATCHING, pupil).isPresent()).isEqualTo(admitted);
        assertAgreesWithTheRules(pupil, signedOn, signed, admitted);
        if (!admitted) {
            refused(AdmissionPurpose.MATCHING, pupil, IneligibilityReason.WRONG_SIGNERS);
        }
    }

    /** Born on 29 February one becomes 14 on 28 February of a common year, here as in {@link ConsentRules}. */
    @ParameterizedTest
    @CsvSource({"2026-02-27, REPRESENTATIVE, true", "2026-02-28, REPRESENTATIVE, false", "2026-02-28, BOTH, true"})
    void aBirthdayOnALeapDay(LocalDate signedOn, String signed, boolean admitted) {
        Participant pupil = pupil(LocalDate.of(2012, 2, 29));
        sign(pupil, ConsentKind.PROCESSING, signedOn, LocalDate.of(2099, 8, 31), signers(signed));

        assertThat(admissions.admit(AdmissionPurpose.MATCHING, List.of(pupil.id()), signedOn))
                .hasSize(admitted ? 1 : 0);
        assertAgreesWithTheRules(pupil, signedOn, signed, admitted);
    }

    private void assertAgreesWithTheRules(Participant pupil, LocalDate signedOn, String signed, boolean admitted) {
        Set<Signer> needed = rules.signers(
                ConsentKind.PROCESSING,
                ParticipantCategory.PUPIL,
                pupil.person().birthDate().orElse(null),
                signedOn);
        assertThat(Set.of(signers(signed)).containsAll(needed)).isEqualTo(admitted);
    }

    @Test
    void whereTheBirthdayIsNotKnownAPupilNeedsBoth() {
        Participant pupil = pupil(null);
        sign(pupil, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        sign(pupil, ConsentKind.PROCESSING, today, Signer.SELF);
        refused(AdmissionPurpose.MATCHING, pupil, IneligibilityReason.WRONG_SIGNERS);
        sign(pupil, ConsentKind.PROCESSING, today, Signer.SELF, Signer.REPRESENTATIVE);
        assertThat(admit(AdmissionPurpose.MATCHING, pupil)).isPresent();

        Participant teacher = teacher();
        sign(teacher, ConsentKind.PROCESSING, today, Signer.SELF);
        assertThat(admit(AdmissionPurpose.MATCHING, teacher))
                .as("a teacher is of age")
                .isPresent();
    }

    @Test
    void anOrderIsForMentorsWhoWorkHere() {
        Participant mentee = enter(ParticipantRole.MENTEE, ParticipantCategory.TEACHER, LocalDate.of(1990, 1, 2));
        sign(mentee, ConsentKind.DUTIES, today, Signer.SELF);
        refused(AdmissionPurpose.ORDER, mentee, IneligibilityReason.NOT_TAKING_PART);
        Participant guest = enter(ParticipantRole.MENTOR, ParticipantCategory.EMPLOYEE, LocalDate.of(1990, 1, 2));
        sign(guest, ConsentKind.DUTIES, today, Signer.SELF);
        refused(AdmissionPurpose.ORDER, guest, IneligibilityReason.NOT_TAKING_PART);
    }

    @Test
    void whoHasLeftOrIsAnonymisedIsNotLetIn() {
        Participant left = pupil(CHILD);
        sign(left, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        stand(left, ParticipantStatus.LEFT);
        refused(AdmissionPurpose.MATCHING, left, IneligibilityReason.NOT_TAKING_PART);

        Participant finished = pupil(CHILD);
        sign(finished, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        sign(finished, ConsentKind.PUBLICATION, today, Signer.REPRESENTATIVE);
        stand(finished, ParticipantStatus.FINISHED);
        refused(AdmissionPurpose.MATCHING, finished, IneligibilityReason.NOT_TAKING_PART);
        assertThat(admit(AdmissionPurpose.PUBLICATION, finished))
                .as("the best are published when the year is over")
                .isPresent();

        Participant nobody = pupil(CHILD);
        sign(nobody, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        transaction.executeWithoutResult(
                status -> participants.card(nobody.id()).orElseThrow().person().anonymise("Обезличен", today));
        refused(AdmissionPurpose.MATCHING, nobody, IneligibilityReason.NOT_TAKING_PART);
    }

    @Test
    void oneOfManyIsRefusedAlone() {
        Participant first = pupil(CHILD);
        Participant second = pupil(CHILD);
        sign(second, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);

        assertThat(as(() -> admissions.admit(
                                AdmissionPurpose.MATCHING, List.of(first.id(), second.id(), second.id()), today))
                        .keySet())
                .containsExactly(second.id());
        assertThat(admissions.why(AdmissionPurpose.MATCHING, List.of(first.id()), today))
                .containsExactly(Map.entry(first.id(), IneligibilityReason.MISSING));
    }

    @Test
    void theConsentThatLastsLongestIsTaken() {
        Participant mentee = pupil(CHILD);
        Consent longer = sign(mentee, ConsentKind.PROCESSING, today, today.plusYears(2), Signer.REPRESENTATIVE);
        sign(mentee, ConsentKind.PROCESSING, today, today.plusYears(1), Signer.REPRESENTATIVE);

        assertThat(admit(AdmissionPurpose.MATCHING, mentee).orElseThrow().consentId())
                .isEqualTo(longer.id());
    }

    @Test
    void whoMayBeLetInIsListedByName() {
        Participant mentee = pupil(CHILD);
        pupil(CHILD);
        sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);

        assertThat(eligible(ParticipantRole.MENTEE, "")).containsExactly(mentee.id());
        assertThat(eligible(
                        ParticipantRole.MENTEE,
                        mentee.person().details().lastName().toUpperCase()))
                .containsExactly(mentee.id());
        assertThat(eligible(ParticipantRole.MENTEE, "%")).containsExactly(mentee.id());
        assertThat(eligible(ParticipantRole.MENTEE, "Никого")).isEmpty();
        assertThat(eligible(ParticipantRole.MENTOR, "")).isEmpty();
        assertThat(rows(mentee)).as("a list lets nobody in").isZero();
    }

    @Test
    void theDatabaseItselfRefusesAConsentOfAnotherKind() {
        Participant mentee = pupil(CHILD);
        Consent consent = sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
        Admission admission = admit(AdmissionPurpose.MATCHING, mentee).orElseThrow();

        for (String purpose : List.of("PUBLICATION", "ORDER", "ANYTHING")) {
            assertThatThrownBy(() -> insert(mentee.id(), purpose, consent.id(), "PROCESSING"))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> insert(mentee.id(), purpose, consent.id(), "PUBLICATION"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> insert(mentee.id(), "MATCHING", null, "PROCESSING"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert(mentee.id(), "MATCHING", -1L, "PROCESSING"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update admission set ended_on = ? where id = ?")
                        .params(today.minusDays(1), admission.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from consent where id = ?")
                        .param(consent.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insert(Long participantId, String purpose, Long consentId, String kind) {
        jdbc.sql("insert into admission (participant_id, purpose, consent_id, kind, admitted_on, admitted_by)"
                        + " values (?, ?, cast(? as bigint), ?, ?, 'test')")
                .params(participantId, purpose, consentId, kind, today)
                .update();
    }

    /** However the two meet: no admission stands on a consent that is withdrawn. */
    @Test
    void aWithdrawalAndAnAdmissionAtTheSameMoment() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 12; i++) {
                Participant mentee = pupil(CHILD);
                Consent consent = sign(mentee, ConsentKind.PROCESSING, today, Signer.REPRESENTATIVE);
                sign(mentee, ConsentKind.PUBLICATION, today, Signer.REPRESENTATIVE);
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Object> admitting = () -> {
                    together.await();
                    return admit(AdmissionPurpose.MATCHING, mentee).isPresent();
                };
                Callable<Object> withdrawing = () -> {
                    together.await();
                    withdraw(mentee, consent);
                    return null;
                };
                List<Future<Object>> done = both.invokeAll(List.of(admitting, withdrawing));
                for (Future<Object> one : done) {
                    one.get();
                }
                assertThat(jdbc.sql("select count(*) from admission a join consent c on c.id = a.consent_id"
                                        + " where a.participant_id = ? and a.ended_on is null"
                                        + " and c.withdrawn_on is not null")
                                .param(mentee.id())
                                .query(Integer.class)
                                .single())
                        .isZero();
            }
        } finally {
            both.shutdownNow();
        }
    }

    private List<Long> eligible(ParticipantRole role, String text) {
        return admissions.eligible(programmeId, role, AdmissionPurpose.MATCHING, text, 20);
    }

    private Optional<Admission> admit(AdmissionPurpose purpose, Participant participant) {
        return Optional.ofNullable(as(() -> admissions.admit(purpose, List.of(participant.id()), today))
                .get(participant.id()));
    }

    private void refused(AdmissionPurpose purpose, Participant participant, IneligibilityReason reason) {
        int before = rows(participant);
        assertThat(admit(purpose, participant)).isEmpty();
        assertThat(rows(participant)).isEqualTo(before);
        assertThat(admissions.why(purpose, List.of(participant.id()), today))
                .containsExactly(Map.entry(participant.id(), reason));
    }

    private int rows(Participant participant) {
        return jdbc.sql("select count(*) from admission where participant_id = ?")
                .param(participant.id())
                .query(Integer.class)
                .single();
    }

    private Participant pupil(LocalDate birthDate) {
        return enter(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, birthDate);
    }

    private Participant teacher() {
        return enter(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null);
    }

    private Participant enter(ParticipantRole role, ParticipantCategory category, LocalDate birthDate) {
        PersonDetails person = PersonDetails.named("Примеров-" + ++entered, "Пример", null, birthDate);
        return as(() -> registers.enter(programmeId, role, person, ParticipantDetails.of(role, category, null)));
    }

    private Consent sign(Participant participant, ConsentKind kind, LocalDate day, Signer... signers) {
        return sign(participant, kind, day, today.plusYears(1), signers);
    }

    private Consent sign(
            Participant participant, ConsentKind kind, LocalDate day, LocalDate validUntil, Signer... signers) {
        return consents.save(new Consent(
                participant.person().id(),
                kind,
                List.of(participant.role()),
                day,
                List.of(signers),
                validUntil,
                List.of(),
                "test",
                today.atStartOfDay()));
    }

    private static Signer[] signers(String signed) {
        return signed.equals("BOTH") ? Signer.values() : new Signer[] {Signer.valueOf(signed)};
    }

    private void withdraw(Participant participant, Consent consent) {
        transaction.executeWithoutResult(status -> {
            Admissions.HeldPerson person =
                    admissions.holdPerson(participant.person().id());
            consents.findById(consent.id()).orElseThrow().withdraw(today);
            admissions.end(person, Optional.of(consent.id()), today);
        });
    }

    private void stand(Participant participant, ParticipantStatus status) {
        as(() -> {
            registers.changeStatus(participant.id(), status, null);
            return null;
        });
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }
}
