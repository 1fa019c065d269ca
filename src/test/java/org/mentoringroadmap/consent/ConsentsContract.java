package org.mentoringroadmap.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoringroadmap.consent.Signer.REPRESENTATIVE;
import static org.mentoringroadmap.consent.Signer.SELF;
import static org.mentoringroadmap.participant.ConsentKind.DUTIES;
import static org.mentoringroadmap.participant.ConsentKind.PROCESSING;
import static org.mentoringroadmap.participant.ConsentKind.PUBLICATION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What consents promise, on whichever database the subclass brings. */
abstract class ConsentsContract {
    /** Listens as the part that ends pairs does. */
    private static final class Heard implements ApplicationListener<PayloadApplicationEvent<ConsentWithdrawn>> {
        private final List<ConsentWithdrawn> events = new ArrayList<>();
        private RuntimeException failure;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<ConsentWithdrawn> event) {
            events.add(event.getPayload());
            if (failure != null) {
                throw failure;
            }
        }
    }

    private final Heard heard = new Heard();

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private Long ownClass;
    private LocalDate today;
    private int entered;

    @BeforeEach
    void school() {
        school = schools.create(Role.values());
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
        ownClass = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
        context.addApplicationListener(heard);
    }

    @AfterEach
    void stopListening() {
        context.removeApplicationListener(heard);
    }

    @Test
    void whoSignsDependsOnTheAgeOnThatDay() {
        LocalDate birthday = today.minusYears(14);
        LocalDate fourteen = birthday.plusYears(14); // on 29 February that was yesterday
        Participant child = enter(ParticipantCategory.PUPIL, birthday);
        refused("consent.signers.both", child, PROCESSING, fourteen, Set.of(REPRESENTATIVE));
        refused("consent.signers.both", child, PROCESSING, fourteen, Set.of(SELF));
        refused("consent.signers.REPRESENTATIVE", child, PROCESSING, fourteen.minusDays(1), Set.of(SELF));
        assertThat(register(Role.CURATOR, child, PROCESSING, fourteen.minusDays(1), Set.of(REPRESENTATIVE))
                        .signers())
                .containsExactly(REPRESENTATIVE);
        assertThat(register(Role.CURATOR, child, PUBLICATION, fourteen, Set.of(SELF, REPRESENTATIVE))
                        .signers())
                .containsExactlyInAnyOrder(SELF, REPRESENTATIVE);

        LocalDate majority = today.minusYears(18).plusYears(18);
        Participant adult = enter(ParticipantCategory.PUPIL, today.minusYears(18));
        refused("consent.signers.both", adult, PROCESSING, majority.minusDays(1), Set.of(SELF));
        refused("consent.signers.SELF", adult, PROCESSING, majority, Set.of(REPRESENTATIVE));
        assertThat(register(Role.CURATOR, adult, PROCESSING, majority, Set.of(SELF))
                        .state(today))
                .isEqualTo(Consent.State.VALID);
    }

    @Test
    void ofAPupilWithoutABirthdayBothSign() {
        Participant pupil = enter(ParticipantCategory.PUPIL, null);
        refused("consent.signers.both", pupil, PROCESSING, today, Set.of(REPRESENTATIVE));
        refused("consent.signers.both", pupil, PROCESSING, today, Set.of());
        Participant expert = enter(ParticipantCategory.EXPERT, null);
        refused("consent.signers.SELF", expert, PROCESSING, today, Set.of(REPRESENTATIVE));
    }

    @Test
    void dutiesAreConsentedToByWorkersOnly() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(17));
        refused("consent.not-asked.DUTIES", pupil, DUTIES, today, Set.of(SELF, REPRESENTATIVE));
        Participant teacher = enter(ParticipantCategory.TEACHER, null);
        refused("consent.signers.SELF", teacher, DUTIES, today, Set.of(REPRESENTATIVE));
        register(Role.CURATOR, teacher, DUTIES, today, Set.of(SELF));
    }

    @Test
    void impossibleDaysAreRefused() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        refused("consent.future", pupil, PROCESSING, today.plusDays(1), Set.of(REPRESENTATIVE));
        refused("consent.too-early", pupil, PROCESSING, today.minusYears(13), Set.of(REPRESENTATIVE));
        refused("consent.signed-on", pupil, PROCESSING, null, Set.of(REPRESENTATIVE));
        refused("consent.kind", pupil, null, today, Set.of(REPRESENTATIVE));
        assertThat(consents.of(pupil.person().id())).isEmpty();
    }

    @Test
    void itIsValidUntilTheYearEndsAndEnteredOnce() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Consent first = register(Role.CURATOR, pupil, PROCESSING, today, Set.of(REPRESENTATIVE));
        Consent again = register(Role.DEPUTY, pupil, PROCESSING, today, Set.of(REPRESENTATIVE));

        assertThat(again.id()).isEqualTo(first.id());
        LocalDate end = LocalDate.of(SchoolYear.around(today).secondYear(), 8, 31);
        assertThat(first.validUntil()).isEqualTo(end);
        assertThat(first.state(end)).isEqualTo(Consent.State.VALID);
        assertThat(first.state(end.plusDays(1))).isEqualTo(Consent.State.EXPIRED);
        assertThat(found(PROCESSING)).doesNotContain(pupil.id());
        assertThat(found(PUBLICATION)).contains(pupil.id());
    }

    @Test
    void aWithdrawalTakesEffectAtOnceAndIsToldInItsTransaction() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Consent consent = register(Role.CURATOR, pupil, PROCESSING, today.minusDays(2), Set.of(REPRESENTATIVE));
        heard.failure = new IllegalStateException("what listens fails");
        assertThatThrownBy(() -> withdraw(Role.CURATOR, consent.id(), today)).isSameAs(heard.failure);
        assertThat(consents.of(pupil.person().id()).get(0).withdrawnOn()).isEmpty();

        heard.failure = null;
        heard.events.clear();
        refusedWithdrawal("consent.future", consent, today.plusDays(1));
        refusedWithdrawal("consent.before-signature", consent, today.minusDays(3));
        assertThat(withdraw(Role.CURATOR, consent.id(), today).state(today)).isEqualTo(Consent.State.WITHDRAWN);
        assertThat(heard.events)
                .containsExactly(
                        new ConsentWithdrawn(consent.id(), pupil.person().id(), PROCESSING));
        assertThat(found(PROCESSING)).contains(pupil.id());
        assertThatThrownBy(() -> withdraw(Role.CURATOR, consent.id(), today)).isInstanceOf(ConflictException.class);

        Consent anew = register(Role.CURATOR, pupil, PROCESSING, today.minusDays(2), Set.of(REPRESENTATIVE));
        assertThat(anew.id()).isNotEqualTo(consent.id());
        assertThat(consents.of(pupil.person().id())).extracting(Consent::id).containsExactly(anew.id(), consent.id());
    }

    @Test
    void ofEachKindTheOneThatCountsIsTold() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Participant other = enter(ParticipantCategory.PUPIL, today.minusYears(11));
        Consent valid = register(Role.CURATOR, pupil, PROCESSING, today.minusDays(5), Set.of(REPRESENTATIVE));
        Consent withdrawn = register(Role.CURATOR, pupil, PROCESSING, today, Set.of(REPRESENTATIVE));
        Consent publication = register(Role.CURATOR, pupil, PUBLICATION, today, Set.of(REPRESENTATIVE));
        withdraw(Role.CURATOR, withdrawn.id(), null);
        withdraw(Role.CURATOR, publication.id(), null);

        Long id = pupil.person().id();
        var states = consents.states(Set.of(id, other.person().id()), today);
        assertThat(states.get(id).get(PROCESSING).id()).isEqualTo(valid.id());
        assertThat(states.get(id).get(PUBLICATION).state(today)).isEqualTo(Consent.State.WITHDRAWN);
        assertThat(states.get(id)).doesNotContainKey(DUTIES);
        assertThat(states.get(other.person().id())).isEmpty();
        assertThat(consents.ofPeople(Set.of(id)).get(id))
                .extracting(Consent::id)
                .containsExactly(publication.id(), withdrawn.id(), valid.id());
        assertThat(consents.states(Set.of(), today)).isEmpty();
    }

    @Test
    void aClassTeacherRegistersTheOwnClassOnly() {
        Participant own = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Participant other = enter(
                ParticipantCategory.PUPIL,
                today.minusYears(12),
                classes.add(school.id(), "6Б", null).id());
        Consent consent = register(Role.CLASS_TEACHER, own, PROCESSING, today, Set.of(REPRESENTATIVE));
        Consent hidden = register(Role.CURATOR, other, PROCESSING, today, Set.of(REPRESENTATIVE));

        assertThatThrownBy(() -> register(Role.CLASS_TEACHER, other, PROCESSING, today, Set.of(REPRESENTATIVE)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> withdraw(Role.CLASS_TEACHER, hidden.id(), today))
                .isInstanceOf(NotFoundException.class);
        for (Role role : Set.of(Role.MENTOR, Role.DIRECTOR, Role.PSYCHOLOGIST)) {
            assertThatThrownBy(() -> register(role, own, PUBLICATION, today, Set.of(REPRESENTATIVE)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> withdraw(role, consent.id(), today)).isInstanceOf(ForbiddenException.class);
        }
        TestSchool stranger = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> consents.withdraw(consent.id(), today)))
                .isInstanceOf(NotFoundException.class);
        withdraw(Role.CLASS_TEACHER, consent.id(), today);
    }

    /** A paper of last week that is entered today ends publication as of last week too, but nothing before it was given. */
    @Test
    void publicationEndsOnTheDayOfTheWithdrawalThatTakesItAlong() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Consent consent = register(Role.CURATOR, pupil, PROCESSING, today.minusDays(20), Set.of(REPRESENTATIVE));
        Consent earlier = register(Role.CURATOR, pupil, PUBLICATION, today.minusDays(15), Set.of(REPRESENTATIVE));
        Consent later = register(Role.CURATOR, pupil, PUBLICATION, today.minusDays(2), Set.of(REPRESENTATIVE));

        withdraw(Role.CURATOR, consent.id(), today.minusDays(7));

        assertThat(consents.of(pupil.person().id()))
                .extracting(Consent::id, one -> one.withdrawnOn().orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(consent.id(), today.minusDays(7)),
                        tuple(earlier.id(), today.minusDays(7)),
                        tuple(later.id(), today.minusDays(2)));
    }

    @Test
    void aCompletedProgrammeTakesNoConsentButAWithdrawal() {
        Participant pupil = enter(ParticipantCategory.PUPIL, today.minusYears(12));
        Consent consent = register(Role.CURATOR, pupil, PROCESSING, today, Set.of(REPRESENTATIVE));
        programmes.complete(programmeId);

        assertThatThrownBy(() -> register(Role.CURATOR, pupil, PUBLICATION, today, Set.of(REPRESENTATIVE)))
                .isInstanceOf(ConflictException.class);
        assertThat(withdraw(Role.CURATOR, consent.id(), today).withdrawnOn()).contains(today);
    }

    private void refused(String code, Participant of, ConsentKind kind, LocalDate day, Set<Signer> signers) {
        assertThatThrownBy(() -> register(Role.CURATOR, of, kind, day, signers))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void refusedWithdrawal(String code, Consent consent, LocalDate day) {
        assertThatThrownBy(() -> withdraw(Role.CURATOR, consent.id(), day))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<Long> found(ConsentKind missing) {
        return school.as(
                        Role.CURATOR,
                        () -> registers.find(
                                programmeId, new ParticipantFilter(null, "", null, null, null, missing), 0, 50))
                .map(Participant::id)
                .getContent();
    }

    private Consent register(Role role, Participant of, ConsentKind kind, LocalDate day, Set<Signer> signers) {
        return school.as(role, () -> consents.register(of.id(), kind, day, signers));
    }

    private Consent withdraw(Role role, Long id, LocalDate day) {
        return school.as(role, () -> consents.withdraw(id, day));
    }

    private Participant enter(ParticipantCategory category, LocalDate birthDate) {
        return enter(category, birthDate, ownClass);
    }

    private Participant enter(ParticipantCategory category, LocalDate birthDate, Long classId) {
        ParticipantRole role = category == ParticipantCategory.PUPIL ? ParticipantRole.MENTEE : ParticipantRole.MENTOR;
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        role,
                        PersonDetails.named("Примеров" + "а".repeat(++entered), "Пример", null, birthDate),
                        ParticipantDetails.of(role, category, classId)));
    }
}
