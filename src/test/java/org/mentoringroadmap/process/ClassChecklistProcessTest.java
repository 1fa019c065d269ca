package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("class-checklist")
class ClassChecklistProcessTest extends ProcessTestCase {
    private static final String TASK = "Task_CollectClasses";

    @Autowired
    private ClassChecklists checklists;

    @Autowired
    private SchoolClasses classes;

    @Test
    void closedBeforeItBegan() {
        endsAtOnceWhenClosedBefore("class-checklist", Map.of());
    }

    @Test
    void closesItselfAfterTheLastClass() {
        Long first = school.addClass("5А");
        Long second = school.addClass("7Б");
        String instance = start();
        assertThat(task(TASK).getName()).isEqualTo("Собрать отметки классов: Дело из дорожной карты");
        assertThat(groups(task(TASK))).containsExactly("deputy");

        tick(Role.DEPUTY, first, "2025-08-18");
        assertThat(openTasks()).containsExactly(TASK);
        assertThat(missing()).containsExactly("7Б");
        tick(Role.CURATOR, second, "2025-08-19");

        assertThat(openTasks()).isEmpty();
        assertThat(outcome(ITEM)).satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(day("2025-08-19"));
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.CURATOR));
        });
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void aClassThatComesLaterIsAskedToo() {
        Long first = school.addClass("5А");
        start();
        Long late = school.addClass("10А");

        tick(Role.DEPUTY, first, TODAY);
        assertThat(openTasks()).containsExactly(TASK);
        assertThat(missing()).containsExactly("10А");
        tick(Role.DEPUTY, late, TODAY);

        assertOutcome(ITEM, Outcome.DONE);
    }

    @Test
    void aClassTeacherAnswersForTheOwnClassOnly() {
        school = schools.create(Role.DIRECTOR, Role.DEPUTY, Role.CURATOR);
        StaffMember teacher = school.employ("Образцов Пример", EnumSet.of(Role.CLASS_TEACHER));
        Long own = classes.add(school.id(), "5А", teacher.id()).id();
        Long other = school.addClass("7Б");
        start();

        assertThatThrownBy(() -> tick(Role.CLASS_TEACHER, other, TODAY)).isInstanceOf(ForbiddenException.class);
        tick(Role.CLASS_TEACHER, own, TODAY);

        assertThat(missing()).containsExactly("7Б");
        assertThat(openTasks()).containsExactly(TASK);
    }

    @Test
    void allClassesDoWithoutIt() {
        Long only = school.addClass("1А");
        String instance = start();

        school.as(Role.DEPUTY, () -> {
            checklists.notHeld(Long.valueOf(key), ITEM, only, "Начальная школа");
            return null;
        });
        school.runJobs();

        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(outcome(ITEM).note()).contains("Начальная школа");
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void isCompletedByHandWhereTheClassesWereFasterThanTheTask() {
        Long only = school.addClass("5А");
        String instance = startBlockOnly("class-checklist", "deputy,class-teacher", Map.of());
        tick(Role.DEPUTY, only, "2025-08-18");
        assertThat(openTasks()).containsExactly(TASK);

        complete(Role.DEPUTY, TASK, Map.of("outcome", "done"));

        assertThat(outcome(ITEM).date()).contains(day("2025-08-18"));
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void isCompletedByHandWhereTheLastClassWasDissolved() {
        Long first = school.addClass("5А");
        Long second = school.addClass("7Б");
        String instance = start();
        tick(Role.DEPUTY, first, "2025-08-18");
        refuses("class.missing", Role.DEPUTY, TASK, Map.of("outcome", "done"));
        classes.remove(school.id(), second);

        complete(Role.DEPUTY, TASK, Map.of("outcome", "done"));

        assertThat(outcome(ITEM).date()).contains(day("2025-08-18"));
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void aSchoolWithoutClassesCannotCallItDone() {
        start();

        refuses("class.no-classes", Role.DEPUTY, TASK, Map.of("outcome", "done"));
    }

    @Test
    void doneEarlier() {
        school.addClass("5А");
        String instance = start();

        complete(Role.DEPUTY, TASK, EARLIER);

        assertOutcome(ITEM, Outcome.EARLIER);
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void notHeld() {
        school.addClass("5А");
        String instance = start();

        refuses("activity.reason", Role.DEPUTY, TASK, Map.of("outcome", "not-held"));
        complete(Role.DEPUTY, TASK, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, "End_ClassChecklist");
    }

    @Test
    void goesToWhoAnswersForItInTheRoadmap() {
        Long only = school.addClass("5А");
        startBlock("class-checklist", "psychologist,class-teacher", Map.of());
        assertThat(groups(task(TASK))).containsExactly("psychologist");

        tick(Role.PSYCHOLOGIST, only, TODAY);

        assertOutcome(ITEM, Outcome.DONE);
    }

    @Test
    void goesToTheDeputyWhereOnlyClassTeachersAnswerForIt() {
        school.addClass("5А");
        startBlock("class-checklist", "class-teacher", Map.of());

        assertThat(groups(task(TASK))).containsExactly("deputy");
    }

    private String start() {
        return startBlock("class-checklist", "deputy,class-teacher", Map.of());
    }

    private void tick(Role role, Long classId, String date) {
        school.as(role, () -> {
            checklists.tick(Long.valueOf(key), ITEM, classId, day(date), null);
            return null;
        });
        school.runJobs();
    }

    private java.util.List<String> missing() {
        return checklists.missing(Long.valueOf(key), ITEM);
    }
}
