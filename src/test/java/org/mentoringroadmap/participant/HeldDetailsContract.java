package org.mentoringroadmap.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of data that came before the consent, on whichever database the subclass brings. */
abstract class HeldDetailsContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private HeldDetails held;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;

    @BeforeEach
    void school() {
        school = schools.create();
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
    }

    @Test
    void itGoesToTheCardWithTheConsent() {
        Participant mentee = enter();
        keep(mentee);
        assertThat(held.waiting(programme, ParticipantRole.MENTEE).people()).isEqualTo(1);
        assertThat(card(mentee).saysMoreThanAConsentNeeds(ParticipantRole.MENTEE))
                .isFalse();

        sign(mentee, ConsentKind.PUBLICATION);
        assertThat(card(mentee).saysMoreThanAConsentNeeds(ParticipantRole.MENTEE))
                .as("another consent")
                .isFalse();
        sign(mentee, ConsentKind.PROCESSING);

        assertThat(card(mentee).saysTheSame(details())).isTrue();
        assertThat(held.waiting(programme, ParticipantRole.MENTEE).people()).isZero();
    }

    @Test
    void aConsentThatWasAMistakeTakesItOutAgain() {
        Participant mentee = enter();
        keep(mentee);
        Consent mistake = sign(mentee, ConsentKind.PROCESSING);

        school.as(Role.CURATOR, () -> {
            consents.undo(mistake.id());
            return null;
        });

        assertThat(card(mentee).saysMoreThanAConsentNeeds(ParticipantRole.MENTEE))
                .isFalse();
        assertThat(held.of(mentee.id()).orElseThrow().saysTheSame(details())).isTrue();
        sign(mentee, ConsentKind.PROCESSING);
        assertThat(card(mentee).saysTheSame(details())).isTrue();
    }

    @Test
    void withoutAConsentItIsErasedAndThePageSaysSo() {
        Participant late = enter();
        keep(late);
        Participant inTime = enter();
        keep(inTime);
        sign(inTime, ConsentKind.PROCESSING);
        LocalDate day = held.eraseOn(late.id()).orElseThrow();
        assertThat(day).isEqualTo(LocalDate.now(clock).plusDays(held.keepDays()));

        TestClock.moveTo(day.minusDays(1).atTime(9, 0));
        keep(late); // brought once more: the day stays
        held.eraseWhatHasWaited();
        assertThat(held.of(late.id())).isPresent();
        TestClock.moveTo(day.atTime(9, 0));
        held.eraseWhatHasWaited();
        held.eraseWhatHasWaited(); // another node

        assertThat(held.of(late.id())).isEmpty();
        assertThat(card(inTime).saysTheSame(details())).isTrue();
        assertThat(held.erased(programme, ParticipantRole.MENTEE)).containsExactly(new HeldDetails.Erased(day, 1));
        assertThat(held.erased(programme, ParticipantRole.MENTOR)).isEmpty();
        sign(late, ConsentKind.PROCESSING);
        assertThat(card(late).saysMoreThanAConsentNeeds(ParticipantRole.MENTEE)).isFalse();
    }

    @Test
    void aConsentOfAnotherRoleIsNotEnough() {
        Participant mentor = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTOR,
                        PersonDetails.named("Примеров", "Пример", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null)));
        sign(mentor, ConsentKind.PROCESSING);
        Participant mentee = school.as(
                Role.CURATOR,
                () -> registers.enterAgain(
                        programme,
                        ParticipantRole.MENTEE,
                        mentor.person().id(),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        keep(mentee);

        held.moveIn(mentor.person().id());

        assertThat(card(mentee).saysMoreThanAConsentNeeds(ParticipantRole.MENTEE))
                .isFalse();
    }

    private Participant enter() {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Примеров", "Пример", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }

    private void keep(Participant participant) {
        school.as(Role.CURATOR, () -> {
            held.keep(participant.programmeId(), participant.role(), Map.of(participant.id(), details()));
            return null;
        });
    }

    private Consent sign(Participant of, ConsentKind kind) {
        return school.as(
                Role.CURATOR,
                () -> consents.register(
                        of.id(), kind, LocalDate.now(clock), Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    private ParticipantDetails card(Participant of) {
        return school.as(Role.CURATOR, () -> registers.visible(of.id()).details());
    }

    private static ParticipantDetails details() {
        return ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)
                .copy()
                .difficulties("Теряется у доски")
                .forms(Set.of(MentoringForm.PUPIL_PUPIL))
                .roleModels(Set.of(RoleModel.LEADER_PASSIVE))
                .topics(List.of(Topic.of(TopicKind.REQUEST, "Математика"), Topic.of(TopicKind.INTEREST, "Шахматы")))
                .hours(Set.of(new Hour(1, 840, 930)))
                .needs(Set.of(Need.DETACHED))
                .done();
    }
}
