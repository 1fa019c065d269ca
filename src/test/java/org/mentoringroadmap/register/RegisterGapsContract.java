package org.mentoringroadmap.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is missing in a register, on whichever database the subclass brings. */
abstract class RegisterGapsContract {
    private static final RegisterGroup PUPILS = RegisterGroup.ofRegister("mentee", "pupil");
    private static final RegisterGroup TEACHERS = RegisterGroup.ofRegister("mentee", "teacher");

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
    private RegisterGaps gaps;

    @Autowired
    private ConsentsMissing missing;

    @Autowired
    private RegisterTasks tasks;

    @Autowired
    private ConsentRules rules;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;

    @BeforeEach
    void school() {
        school = schools.create(Role.values());
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void anEmptyRegisterIsNotKeptHere() {
        assertThat(gaps.figures(programmeId, PUPILS).isKept()).isFalse();
        assertThat(RegisterTasks.fields(RegisterTasks.REGISTER, gaps.figures(programmeId, PUPILS)))
                .isEmpty();
    }

    @Test
    void everybodyIsCountedOnce() {
        consent(enter("Первый", ParticipantCategory.PUPIL, null, null));
        Participant withdrawn = enter("Второй", ParticipantCategory.PUPIL, null, null);
        Long paper = consent(withdrawn);
        school.as(Role.CURATOR, () -> consents.withdraw(paper, today));
        enter("Третий", ParticipantCategory.PUPIL, null, null);
        leave(enter("Четвёртый", ParticipantCategory.PUPIL, null, null));
        enter("Пятый", ParticipantCategory.TEACHER, null, null);

        assertThat(gaps.figures(programmeId, PUPILS)).isEqualTo(new RegisterFigures(1, 1, 1));
        assertThat(gaps.figures(programmeId, TEACHERS)).isEqualTo(new RegisterFigures(0, 1, 0));
        assertThat(gaps.figures(programmeId, RegisterGroup.ofConsents("mentor")).isKept())
                .isFalse();
    }

    @Test
    void howManyConsentsAreMissingIsToldToWhoCollectsThem() {
        assertThat(school.as(Role.CURATOR, () -> missing.of(programmeId))).isEmpty();
        consent(enter("Первый", ParticipantCategory.PUPIL, null, null));
        enter("Второй", ParticipantCategory.PUPIL, null, null);
        enter("Третий", ParticipantCategory.TEACHER, null, null);
        leave(enter("Четвёртый", ParticipantCategory.PUPIL, null, null));

        assertThat(school.as(Role.CURATOR, () -> missing.of(programmeId)))
                .containsExactly(new Attention(
                        "attention.consents", 2, "", "/programmes/" + programmeId + "/consents?missing=true"));
        for (Role role : List.of(Role.TEACHER, Role.MENTOR, Role.DIRECTOR, Role.CLASS_TEACHER)) {
            assertThat(school.as(role, () -> missing.of(programmeId))).isEmpty();
        }
    }

    @Test
    void theAgeOfTheDayDecidesWhoSigns() {
        enter("Сегодня", ParticipantCategory.PUPIL, today.minusYears(18), null);
        enter("Завтра", ParticipantCategory.PUPIL, today.minusYears(18).plusDays(1), null);
        enter("Неизвестный", ParticipantCategory.STUDENT, null, null);
        enter("Взрослый", ParticipantCategory.PARENT, null, null);

        assertThat(names(RegisterGroup.ofConsents("adult"), Role.CURATOR)).containsExactly("Взрослый", "Сегодня");
        assertThat(names(RegisterGroup.ofConsents("representative"), Role.CURATOR))
                .containsExactly("Завтра", "Неизвестный");
    }

    @Test
    void aClassTeacherSeesTheOwnClass() {
        Long own = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
        enter("Свой", ParticipantCategory.PUPIL, null, own);
        enter("Чужой", ParticipantCategory.PUPIL, null, null);

        assertThat(names(PUPILS, Role.CLASS_TEACHER)).containsExactly("Свой");
        assertThatThrownBy(() -> names(PUPILS, Role.MENTOR)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aFormedRegisterHasThoseWithAConsent() {
        Participant first = enter("Первый", ParticipantCategory.PUPIL, null, null);
        Participant second = enter("Второй", ParticipantCategory.PUPIL, null, null);
        consent(first);

        for (int i = 0; i < 2; i++) {
            school.as(Role.CURATOR, () -> {
                tasks.formed(programmeId, PUPILS);
                return null;
            });
        }

        assertThat(stories(first)).containsExactly(ParticipantStatus.PROPOSED, ParticipantStatus.REGISTERED);
        assertThat(stories(second)).containsExactly(ParticipantStatus.PROPOSED);
        Participant seen = school.as(Role.CURATOR, () -> registers.visible(first.id()));
        assertThat(seen.status()).isEqualTo(ParticipantStatus.REGISTERED);
        assertThat(seen.version()).isEqualTo(first.version() + 1);
    }

    @Test
    void whoIsOfAgeOnTheDay() {
        for (LocalDate day : List.of(
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 9, 1))) {
            LocalDate born = rules.bornForAge(18, day);
            assertThat(born.plusYears(18)).as("%s", day).isBeforeOrEqualTo(day);
            assertThat(born.plusDays(1).plusYears(18)).as("%s", day).isAfter(day);
        }
    }

    private Participant enter(String lastName, ParticipantCategory category, LocalDate born, Long classId) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTEE,
                        PersonDetails.named(lastName, "Пример", null, born),
                        ParticipantDetails.of(ParticipantRole.MENTEE, category, classId)));
    }

    private Long consent(Participant participant) {
        return school.as(
                Role.CURATOR,
                () -> consents.register(
                                participant.id(),
                                ConsentKind.PROCESSING,
                                today,
                                Set.of(Signer.SELF, Signer.REPRESENTATIVE))
                        .id());
    }

    private void leave(Participant participant) {
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(participant.id(), ParticipantStatus.LEFT, "Отказ");
            return null;
        });
    }

    private List<ParticipantStatus> stories(Participant participant) {
        return school.as(Role.CURATOR, () -> registers.story(participant.id())).stream()
                .map(StatusChange::status)
                .toList();
    }

    private List<String> names(RegisterGroup group, Role role) {
        return school.as(role, () -> gaps.missing(programmeId, group, 0)).stream()
                .map(participant -> participant.person().details().lastName())
                .toList();
    }
}
