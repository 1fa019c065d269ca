package org.mentoringroadmap.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
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
import org.springframework.data.domain.Page;

/** What the registers promise, on whichever database the subclass brings. */
abstract class RegistersContract {
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
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private Long ownClass;

    @BeforeEach
    void school() {
        school = schools.create(Role.values());
        programmeId = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        ownClass = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
    }

    @Test
    void somebodyIsEnteredOnceAndFoundByAnyPartOfTheName() {
        Participant mentee = enter(ParticipantRole.MENTEE, "Ёлкин", ownClass);

        assertThat(found(Role.CURATOR, new ParticipantFilter(ParticipantRole.MENTEE, "ЕЛК", null, null, null, null)))
                .extracting(Participant::id)
                .containsExactly(mentee.id());
        assertThat(found(Role.CURATOR, ParticipantFilter.of(ParticipantRole.MENTOR)))
                .isEmpty();
        assertThatThrownBy(() -> enter(ParticipantRole.MENTEE, "Елкин", ownClass))
                .isInstanceOf(ConflictException.class);
        Participant mentor = enter(ParticipantRole.MENTOR, "Ёлкин", ownClass);
        assertThat(mentor.person().id()).isEqualTo(mentee.person().id());
    }

    @Test
    void everythingEnteredIsKept() {
        Participant entered = enter(ParticipantRole.MENTEE, "Примеров", ownClass);
        ParticipantDetails full = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, ownClass)
                .copy()
                .difficulties("Трудно с дробями")
                .forms(Set.of(MentoringForm.PUPIL_PUPIL))
                .roleModels(Set.of(RoleModel.LEADER_PASSIVE))
                .topics(List.of(Topic.of(TopicKind.REQUEST, "Математика"), Topic.of(TopicKind.INTEREST, "Шахматы")))
                .hours(Set.of(new Hour(1, 840, 900), new Hour(3, 600, 660)))
                .needs(Set.of(Need.LOW_RESULTS))
                .done();
        assertThatThrownBy(() -> change(Role.CURATOR, entered.id(), full))
                .isInstanceOf(UserInputException.class)
                .hasMessage("participant.before-consent");
        assertThatThrownBy(() -> school.as(
                        Role.CURATOR,
                        () -> registers.enter(
                                programmeId,
                                ParticipantRole.MENTEE,
                                PersonDetails.named("Образцов", "Пример", null, null),
                                full)))
                .hasMessage("participant.before-consent");
        sign(entered);
        change(Role.CURATOR, entered.id(), full);

        Participant card = school.as(Role.CURATOR, () -> registers.visible(entered.id()));
        assertThat(card.status()).isEqualTo(ParticipantStatus.PROPOSED);
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(entered.id(), ParticipantStatus.REGISTERED, null);
            return null;
        });
        assertThat(school.as(Role.CURATOR, () -> registers.story(entered.id())))
                .extracting(StatusChange::status)
                .containsExactly(ParticipantStatus.PROPOSED, ParticipantStatus.REGISTERED);
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(entered.id(), ParticipantStatus.REGISTERED, " Пришёл сам ");
            registers.changeStatus(entered.id(), ParticipantStatus.REGISTERED, " ");
            return null;
        });
        assertThat(school.as(Role.CURATOR, () -> registers.story(entered.id())))
                .as("a reason is kept, whoever has said before where the participant stands")
                .extracting(change -> change.reason().orElse(""))
                .containsExactly("", "", "Пришёл сам");
        assertThat(school.as(Role.CURATOR, () -> registers.visible(entered.id()).details()))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(full);
    }

    /** A paper that was printed before the school asked for health names it not: it opens the rest of the card only. */
    @Test
    void whatTheSignedConsentDoesNotNameIsNotEntered() {
        asksFor(false);
        Participant pupil = enter(ParticipantRole.MENTEE, "Примеров", ownClass);
        sign(pupil);
        asksFor(true);
        change(Role.CURATOR, pupil.id(), with(Need.GIFTED));
        SchoolYear next = new SchoolYear(SchoolYear.around(LocalDate.now(clock)).firstYear() + 1);
        Long later = programmes.open(school.id(), next, "target-model").id();
        for (Need need : List.of(Need.SPECIAL_HEALTH_NEEDS, Need.HARD_LIFE_SITUATION)) {
            assertThatThrownBy(() -> change(Role.CURATOR, pupil.id(), with(need, Need.GIFTED)))
                    .isInstanceOf(UserInputException.class)
                    .hasMessage("participant.not-named." + need.field());
            assertThatThrownBy(() -> school.as(
                            Role.CURATOR,
                            () -> registers.enterAgain(
                                    later,
                                    ParticipantRole.MENTEE,
                                    pupil.person().id(),
                                    with(need))))
                    .as("this year's consent opens no card of the next")
                    .hasMessage("participant.before-consent");
        }

        sign(pupil);
        change(Role.CURATOR, pupil.id(), with(Need.SPECIAL_HEALTH_NEEDS, Need.HARD_LIFE_SITUATION));

        assertThat(school.as(Role.CURATOR, () -> registers.visible(pupil.id()).details())
                        .needs())
                .containsExactlyInAnyOrder(Need.SPECIAL_HEALTH_NEEDS, Need.HARD_LIFE_SITUATION);
    }

    /** No consent of a grown-up names health and hardship, whatever the school asks for: to renew the paper helps nobody. */
    @Test
    void whatNoConsentOfAGrownUpNamesIsNotEnteredOfOne() {
        asksFor(true);
        Participant pupil = enter(ParticipantRole.MENTEE, "Примеров", ownClass);
        sign(pupil);
        for (Need need : List.of(Need.SPECIAL_HEALTH_NEEDS, Need.HARD_LIFE_SITUATION)) {
            assertThatThrownBy(() -> change(Role.CURATOR, pupil.id(), ofTeacher(need)))
                    .isInstanceOf(UserInputException.class)
                    .hasMessage("participant.of-pupils." + need.field());
        }
        change(Role.CURATOR, pupil.id(), ofTeacher(Need.PROFESSIONAL_DEFICITS));
        change(Role.CURATOR, pupil.id(), with(Need.SPECIAL_HEALTH_NEEDS));
        change(Role.CURATOR, pupil.id(), ofTeacher(Need.SPECIAL_HEALTH_NEEDS));
        assertThat(school.as(Role.CURATOR, () -> registers.visible(pupil.id()).details())
                        .needs())
                .as("what was entered of the pupil stays")
                .containsExactly(Need.SPECIAL_HEALTH_NEEDS);
    }

    private static ParticipantDetails ofTeacher(Need... needs) {
        return ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.TEACHER, null)
                .copy()
                .needs(Set.of(needs))
                .done();
    }

    private void asksFor(boolean sensitive) {
        school.as(Role.CURATOR, () -> {
            schools.decide(school, RegistryCodes.NONE, new PaperSettings(null, null, null, null, sensitive, sensitive));
            return null;
        });
    }

    private ParticipantDetails with(Need... needs) {
        return ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, ownClass)
                .copy()
                .needs(Set.of(needs))
                .done();
    }

    @Test
    void whoMayNotReadSpecialCategoriesDoesNotWipeThemOut() {
        Participant entered = enter(ParticipantRole.MENTEE, "Примеров", ownClass);
        ParticipantDetails secret =
                with(Need.DETACHED).copy().difficulties("Тревожится").done();
        sign(entered);
        change(Role.CURATOR, entered.id(), secret);
        change(
                Role.DEPUTY,
                entered.id(),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, ownClass));

        ParticipantDetails kept =
                school.as(Role.CURATOR, () -> registers.visible(entered.id()).details());
        assertThat(kept.needs()).containsExactly(Need.DETACHED);
        assertThat(kept.difficulties()).isEqualTo("Тревожится");
    }

    @Test
    void ofTwoEditorsTheSecondIsTold() {
        Participant entered = enter(ParticipantRole.MENTOR, "Примеров", ownClass);
        sign(entered);
        ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, ownClass);
        Participant seen = school.as(Role.CURATOR, () -> registers.visible(entered.id()));
        change(
                Role.CURATOR,
                entered.id(),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, ownClass)
                        .copy()
                        .capacity(2)
                        .done());

        assertThatThrownBy(() -> school.as(
                        Role.DEPUTY,
                        () -> registers.change(
                                entered.id(),
                                seen.person().version(),
                                seen.version(),
                                seen.person().details(),
                                details)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void eachRoleSeesItsPart() {
        Long otherClass = classes.add(school.id(), "6Б", null).id();
        Participant own = enter(ParticipantRole.MENTEE, "Примеров", ownClass);
        Participant other = enter(ParticipantRole.MENTEE, "Образцов", otherClass);
        ParticipantFilter all = ParticipantFilter.of(null);

        assertThat(found(Role.DIRECTOR, all)).extracting(Participant::id).containsExactly(other.id(), own.id());
        assertThat(found(Role.CLASS_TEACHER, all)).extracting(Participant::id).containsExactly(own.id());
        assertThatThrownBy(() -> school.as(Role.CLASS_TEACHER, () -> registers.visible(other.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> found(Role.MENTOR, all)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(
                        Role.PSYCHOLOGIST,
                        () -> registers.enter(
                                programmeId,
                                ParticipantRole.MENTEE,
                                PersonDetails.named("Чужов", "Пример", null, null),
                                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null))))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aListShowsWhoseConsentIsMissing() {
        enter(ParticipantRole.MENTEE, "Примеров", ownClass);

        assertThat(found(Role.CURATOR, new ParticipantFilter(null, null, null, null, null, ConsentKind.PROCESSING)))
                .hasSize(1);
        assertThat(found(
                        Role.CURATOR,
                        new ParticipantFilter(
                                ParticipantRole.MENTEE,
                                "",
                                ParticipantCategory.TEACHER,
                                ownClass,
                                ParticipantStatus.LEFT,
                                null)))
                .isEmpty();
    }

    private Page<Participant> found(Role role, ParticipantFilter filter) {
        return school.as(role, () -> registers.find(programmeId, filter, 0, Registers.PAGE));
    }

    private Participant enter(ParticipantRole role, String lastName, Long classId) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        role,
                        PersonDetails.named(lastName, "Пример", "Примерович", LocalDate.of(2014, 3, 2)),
                        ParticipantDetails.of(role, ParticipantCategory.PUPIL, classId)));
    }

    private void sign(Participant participant) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        participant.id(),
                        ConsentKind.PROCESSING,
                        LocalDate.now(clock),
                        Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    private void change(Role role, Long id, ParticipantDetails details) {
        school.as(role, () -> {
            Participant seen = registers.visible(id);
            return registers.change(
                    id, seen.person().version(), seen.version(), seen.person().details(), details);
        });
    }
}
