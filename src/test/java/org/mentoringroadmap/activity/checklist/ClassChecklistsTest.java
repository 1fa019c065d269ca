package org.mentoringroadmap.activity.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ClassChecklistsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ClassChecklists checklists;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Staff staff;

    @Autowired
    private Programmes programmes;

    private TestSchool school;
    private Programme programme;
    private Long fifth;
    private Long seventh;

    @BeforeEach
    void open() {
        school = fixture.school();
        programme = fixture.programme(school);
        StaffMember teacher = staff.behind(school.login(Role.CLASS_TEACHER)).orElseThrow();
        fifth = classes.add(school.id(), "5А", teacher.id()).id();
        seventh = school.addClass("7Б");
    }

    @Test
    void aTeacherTicksTheOwnClassOnly() {
        school.as(Role.CLASS_TEACHER, () -> tick(fifth));

        assertThat(checklists.missing(programme.id(), ITEM)).containsExactly("7Б");
        assertThatThrownBy(() -> school.as(Role.CLASS_TEACHER, () -> tick(seventh)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> tick(fifth))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> tick(fifth))).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aTickIsCorrectedByALaterOne() {
        school.as(Role.DEPUTY, () -> tick(fifth));
        school.as(Role.DEPUTY, () -> notHeld(fifth, "класс на выезде"));

        assertThat(checklists.rows(programme.id(), ITEM)).first().satisfies(row -> {
            assertThat(row.className()).isEqualTo("5А");
            assertThat(row.state()).isEqualTo(ClassRow.State.NOT_HELD);
            assertThat(row.note()).isEqualTo("класс на выезде");
        });
    }

    @Test
    void theLastTickCompletesTheTask() {
        fixture.start(school, programme, "class-checklist", "deputy,class-teacher");
        school.as(Role.DEPUTY, () -> notHeld(seventh, "начальная школа"));
        assertThat(school.tasks(programme.id().toString())).hasSize(1);
        school.as(Role.CLASS_TEACHER, () -> tick(fifth));
        school.runJobs();

        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(DAY);
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.CLASS_TEACHER));
        });
    }

    @Test
    void anActivityThatNoClassCarriesOutIsNotHeld() {
        fixture.start(school, programme, "class-checklist", "deputy");
        school.as(Role.DEPUTY, () -> notHeld(fifth, "карантин"));
        school.as(Role.DEPUTY, () -> notHeld(seventh, "карантин"));

        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.NOT_HELD);
            assertThat(record.note()).contains("карантин");
        });
    }

    @Test
    void aClassThatComesLateIsMissing() {
        fixture.start(school, programme, "class-checklist", "deputy");
        school.as(Role.DEPUTY, () -> tick(fifth));
        school.addClass("1А");
        school.as(Role.DEPUTY, () -> tick(seventh));

        assertThat(school.tasks(programme.id().toString())).hasSize(1);
        assertThat(checklists.missing(programme.id(), ITEM)).containsExactly("1А");
    }

    @Test
    void doneIsRefusedWhileClassesAreMissing() {
        Task task = fixture.start(school, programme, "class-checklist", "deputy");

        assertThatThrownBy(() -> school.complete(Role.DEPUTY, task, Map.of("outcome", "done", "date", "2026-09-01")))
                .rootCause()
                .asInstanceOf(type(UserInputException.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("class.missing");
                    assertThat(refused.arguments()).containsExactly("5А, 7Б");
                });
        school.complete(Role.DEPUTY, task, Map.of("outcome", "not-held", "note", "карантин"));
        assertThat(school.tasks(programme.id().toString())).isEmpty();
    }

    @Test
    void aSchoolWithoutClassesCannotSayDone() {
        TestSchool empty = fixture.school();
        Programme other = fixture.programme(empty);
        Task task = fixture.start(empty, other, "class-checklist", "deputy");

        assertThatThrownBy(() -> empty.complete(Role.DEPUTY, task, Map.of("outcome", "done")))
                .rootCause()
                .hasMessageContaining("class.no-classes");
        empty.complete(Role.DEPUTY, task, Map.of("outcome", "earlier", "number", "3", "date", "2026-09-01"));
        assertThat(outcomes.find(other.id(), ITEM)).isPresent();
    }

    @Test
    void openListsShowEachPersonTheOwnClasses() {
        fixture.start(school, programme, "class-checklist", "deputy");

        assertThat(school.as(Role.CLASS_TEACHER, checklists::open))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.title()).isEqualTo("Классные часы");
                    assertThat(open.rows()).extracting(ClassRow::className).containsExactly("5А");
                });
        assertThat(school.as(Role.CURATOR, checklists::open))
                .singleElement()
                .satisfies(open -> assertThat(open.missing()).containsExactly("5А", "7Б"));
        assertThat(school.as(Role.TEACHER, checklists::open)).isEmpty();
        assertThat(fixture.school().as(Role.CURATOR, checklists::open)).isEmpty();
    }

    @Test
    void refusesBadInput() {
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> notHeld(fifth, " ")))
                .hasMessageContaining("activity.reason");
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> {
                    checklists.tick(programme.id(), ITEM, fifth, LocalDate.of(2999, 1, 1), null);
                    return null;
                }))
                .hasMessageContaining("activity.date-future");
        assertThatThrownBy(() -> school.as(
                        Role.DEPUTY, () -> checklists.answer(programme.id(), ITEM, List.of(), true, null, null)))
                .hasMessageContaining("class.none");
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> tick(-1L))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherSchoolCannotTick() {
        TestSchool stranger = fixture.school();
        Long foreign = stranger.addClass("5А");

        assertThatThrownBy(() -> stranger.as(Role.DEPUTY, () -> tick(fifth))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> tick(foreign))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCompletedProgrammeIsClosed() {
        programmes.complete(programme.id());

        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> tick(fifth))).isInstanceOf(ConflictException.class);
    }

    @Test
    void twoLastTicksAtOneMomentCompleteTheTaskOnce() throws Exception {
        fixture.start(school, programme, "class-checklist", "deputy");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> ticks = Set.of(fifth, seventh).stream()
                    .map(id -> people.submit(() -> {
                        together.await();
                        return school.as(Role.DEPUTY, () -> tick(id));
                    }))
                    .toList();
            for (Future<Void> tick : ticks) {
                tick.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(school.tasks(programme.id().toString())).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).isPresent();
    }

    private Void tick(Long classId) {
        checklists.tick(programme.id(), ITEM, classId, DAY, null);
        return null;
    }

    private Void notHeld(Long classId, String reason) {
        checklists.notHeld(programme.id(), ITEM, classId, reason);
        return null;
    }
}
