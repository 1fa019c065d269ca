package org.mentoringroadmap.nextyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** From one year into the next and the one after it, on whichever database the subclass brings. */
abstract class NextYearContract {
    private static final SchoolYear FIRST = SchoolYear.parse("2025-2026");
    private static final SchoolYear SECOND = SchoolYear.parse("2026-2027");
    private static final SchoolYear THIRD = SchoolYear.parse("2027-2028");

    @Autowired
    private TestSchools schools;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private NextYear nextYear;

    private TestSchool school;
    private Long fifth;
    private Long sixth;
    private Long eleventh;

    @BeforeEach
    void school() {
        TestClock.moveTo(LocalDate.parse("2025-09-10").atTime(10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER, Role.ADMINISTRATOR);
        fifth = classes.add(school.id(), "5А", null).id();
        sixth = classes.add(school.id(), "6А", null).id();
        eleventh = classes.add(school.id(), "11А", null).id();
    }

    @Test
    void whatAClassIsCalledNext() {
        assertThat(List.of("5А", "9Б", "10-1", "4").stream()
                        .map(name -> SchoolClasses.next(name).orElse("")))
                .containsExactly("6А", "10Б", "11-1", "5");
        assertThat(SchoolClasses.next("11А")).isEmpty();
        assertThat(SchoolClasses.next("Выпускной")).isEmpty();
    }

    @Test
    void classesAreCalledAsInTheirYear() {
        classes.promote(school.id(), FIRST, Map.of(fifth, "6А", sixth, "7А", eleventh, ""));

        assertThat(names(FIRST)).containsExactly("5А", "6А", "11А");
        assertThat(names(SECOND)).containsExactly("6А", "7А");
        assertThat(classes.of(school.id())).extracting(SchoolClass::id).containsExactly(fifth, sixth);

        classes.add(school.id(), "11А", null); // whoever was called so has left
        classes.promote(school.id(), SECOND, Map.of(fifth, "7А", sixth, "8А"));
        assertThat(names(FIRST)).startsWith("5А", "6А").contains("11А");
        assertThat(names(SECOND)).startsWith("6А", "7А");
        assertThat(names(THIRD)).containsExactly("7А", "8А", "11А");
    }

    @Test
    void classesArePromotedOnceAndNoTwoGetOneName() {
        assertThatThrownBy(() -> classes.promote(school.id(), FIRST, Map.of(fifth, "6А")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("class.same-next");
        assertThatThrownBy(() -> classes.promote(school.id(), FIRST, Map.of(fifth, "класс")))
                .isInstanceOf(UserInputException.class);
        assertThatThrownBy(() -> classes.promote(school.id(), FIRST, Map.of(-1L, "6А")))
                .isInstanceOf(NotFoundException.class);
        assertThat(names(SECOND)).as("nothing was stored").containsExactly("5А", "6А", "11А");

        classes.promote(school.id(), FIRST, Map.of(fifth, "6А", sixth, "5А", eleventh, "11А"));
        assertThat(names(SECOND)).as("two that change places").containsExactly("5А", "6А", "11А");
        assertThat(classes.of(school.id()).get(0).id()).isEqualTo(sixth);
        assertThatThrownBy(() -> classes.promote(school.id(), FIRST, Map.of()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("class.promoted");
    }

    @Test
    void threeYearsInARow() {
        Programme first = programmes.open(school.id(), FIRST, "target-model");
        enter(first, "Первый", fifth, ParticipantStatus.CONTINUES);
        enter(first, "Второй", fifth, ParticipantStatus.FINISHED);
        enter(first, "Выпускник", eleventh, ParticipantStatus.CONTINUES);
        Participant waiting = enter(first, "Ждущий", sixth, ParticipantStatus.PROPOSED);
        as(() -> searches.add(first.id(), false, waiting.id()));

        NextYear.Steps before = as(() -> nextYear.steps(first.id()));
        assertThat(before.year()).isEqualTo(SECOND);
        assertThat(before.started()).isEmpty();
        assertThat(before.classes())
                .extracting(one -> one.schoolClass().name() + ">" + one.next())
                .containsExactly("5А>6А", "6А>7А", "11А>");
        assertThatThrownBy(() -> as(() -> nextYear.takeOver(first.id()))).isInstanceOf(ConflictException.class);

        promote(before);
        TestClock.moveTo(LocalDate.parse("2026-08-20").atTime(10, 0));
        Programme second = programmes.open(school.id(), SECOND, "target-model");
        NextYear.Steps started = as(() -> nextYear.steps(first.id()));
        assertThat(started.classes()).isEmpty();
        assertThat(started.mentees()).isEqualTo(2);
        assertThat(started.mentors()).isZero();
        assertThat(as(() -> nextYear.takeOver(first.id()))).isEqualTo(2);
        assertThat(as(() -> nextYear.takeOver(first.id()))).as("once").isZero();
        assertThat(people(second)).containsExactly("Ждущий 7А", "Первый 6А");
        assertThat(people(first)).containsExactly("Второй 5А", "Выпускник 11А", "Ждущий 6А", "Первый 5А");
        assertThat(as(() -> nextYear.steps(first.id())).withoutConsent()).isEqualTo(2);

        as(() -> {
            Participant goes = registers
                    .find(second.id(), ParticipantFilter.of(ParticipantRole.MENTEE), 0, 10)
                    .getContent()
                    .get(1);
            registers.changeStatus(goes.id(), ParticipantStatus.CONTINUES, "Так решили");
            return null;
        });
        promote(as(() -> nextYear.steps(second.id())));
        Programme third = programmes.open(school.id(), THIRD, "target-model");
        assertThat(as(() -> nextYear.takeOver(second.id()))).isEqualTo(1);
        assertThat(people(third)).containsExactly("Первый 7А");
        assertThat(people(first)).contains("Первый 5А");
        assertThat(people(second)).contains("Первый 6А");
    }

    @Test
    void onlyTheCuratorGoesThere() {
        Programme first = programmes.open(school.id(), FIRST, "target-model");
        for (Role role : List.of(Role.TEACHER, Role.DEPUTY)) {
            assertThatThrownBy(() -> school.as(role, () -> nextYear.steps(first.id())))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> school.as(role, () -> nextYear.start(first.id())))
                    .isInstanceOf(ForbiddenException.class);
        }
        TestSchool stranger = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> nextYear.steps(first.id())))
                .isInstanceOf(NotFoundException.class);
    }

    /** The page of a year that is long over must not rename the classes of the one that runs. */
    @Test
    void classesOfAYearThatRunsAreNotPromotedByTheOneBefore() {
        Programme before = programmes.open(school.id(), FIRST, "target-model");
        TestClock.moveTo(LocalDate.parse("2026-09-30").atTime(10, 0));
        assertThat(as(() -> nextYear.steps(before.id())).named()).isFalse();

        TestClock.moveTo(LocalDate.parse("2026-10-01").atTime(10, 0));

        NextYear.Steps late = as(() -> nextYear.steps(before.id()));
        assertThat(late.named()).isTrue();
        assertThat(late.classes()).isEmpty();
        assertThatThrownBy(() -> as(() -> {
                    nextYear.promote(before.id(), Map.of());
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("class.named");
    }

    private void promote(NextYear.Steps steps) {
        Map<Long, String> names = new HashMap<>();
        steps.classes().forEach(one -> names.put(one.schoolClass().id(), one.next()));
        as(() -> {
            nextYear.promote(steps.programme().id(), names);
            return null;
        });
    }

    private List<String> names(SchoolYear year) {
        return classes.of(school.id(), year).stream().map(SchoolClass::name).toList();
    }

    private List<String> people(Programme programme) {
        Map<Long, String> names = new HashMap<>();
        classes.of(school.id(), programme.schoolYear()).forEach(one -> names.put(one.id(), one.name()));
        return as(() -> registers
                .find(programme.id(), ParticipantFilter.of(ParticipantRole.MENTEE), 0, 10)
                .map(one -> one.person().fullName().replace("Примеров ", "") + " "
                        + names.get(one.classId().orElseThrow()))
                .getContent());
    }

    private Participant enter(Programme programme, String name, Long schoolClass, ParticipantStatus status) {
        return as(() -> {
            Participant entered = registers.enter(
                    programme.id(),
                    ParticipantRole.MENTEE,
                    PersonDetails.named("Примеров", name, null, null),
                    ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, schoolClass));
            if (status != ParticipantStatus.PROPOSED) {
                registers.changeStatus(entered.id(), status, "Так решили");
            }
            return entered;
        });
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }
}
