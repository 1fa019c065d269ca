package org.mentoringroadmap.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** What reminders promise on every database. */
abstract class RemindersContract {
    private static final LocalDate DUE = LocalDate.of(2025, 9, 30);
    private static final int MANY = 100;

    @Autowired
    ReminderRepository repository;

    @Autowired
    SweptProgrammeRepository lock;

    @Autowired
    Programmes programmes;

    @Autowired
    TestSchools schools;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final Tasks tasks = mock(Tasks.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final TermPoints points = mock(TermPoints.class);
    private Reminders reminders;
    private Long programmeId;

    @BeforeEach
    void programme() {
        programmeId = programmes
                .open(schools.empty().id(), new SchoolYear(2025), "target-model")
                .id();
        Programmes visible = mock(Programmes.class);
        when(visible.visible()).thenReturn(List.of(programmes.get(programmeId)));
        reminders = new Reminders(repository, lock, visible, points, tasks, user, event -> {}, clock);
    }

    @Test
    void everyRungIsWrittenOnceOverTheWholeTerm() {
        open(task("a", LocalDate.of(2025, 9, 1), DUE));

        for (int day = -30; day <= 22; day++) {
            sweepOn(DUE.plusDays(day));
            sweepOn(DUE.plusDays(day));
        }

        assertThat(written()).extracting(Reminder::rung).containsExactly(-7, -3, -1, 0, 1, 3, 7, 14, 21);
        assertThat(written()).allSatisfy(reminder -> {
            assertThat(reminder.day()).isEqualTo(DUE.plusDays(reminder.rung()));
            assertThat(reminder.writtenOn()).isEqualTo(reminder.day());
            assertThat(reminder.roadmapItem()).contains("000-1.1.1");
        });
    }

    /** «30 сентября, 25 декабря, 31 мая»: a task has one term for the engine, and three days for people. */
    @Test
    void eachPartOfATermIsRemindedOfUpToItsDay() {
        LocalDate may = LocalDate.of(2026, 5, 31);
        when(points.of(any())).thenReturn(Map.of("000-1.1.1", List.of(DUE, LocalDate.of(2025, 12, 25))));
        OpenTask task = task("a", LocalDate.of(2025, 9, 1), may);
        open(task);

        for (LocalDate day = LocalDate.of(2025, 9, 1); !day.isAfter(may.plusDays(1)); day = day.plusDays(1)) {
            sweepOn(day);
            sweepOn(day);
        }

        assertThat(written())
                .extracting(reminder -> reminder.due().toLocalDate() + " " + reminder.rung())
                .containsExactlyInAnyOrder(
                        "2025-09-30 -7",
                        "2025-09-30 -3",
                        "2025-09-30 -1",
                        "2025-09-30 0",
                        "2025-12-25 -7",
                        "2025-12-25 -3",
                        "2025-12-25 -1",
                        "2025-12-25 0",
                        "2026-05-31 -7",
                        "2026-05-31 -3",
                        "2026-05-31 -1",
                        "2026-05-31 0",
                        "2026-05-31 1");
    }

    @Test
    void aPartOfATermPressesUntilItsDayHasPassed() {
        when(points.of(any())).thenReturn(Map.of("000-1.1.1", List.of(DUE)));
        OpenTask task = task("a", null, LocalDate.of(2026, 5, 31));
        OpenTask moved = task("b", null, DUE.minusDays(3));
        open(task, moved);
        sweepOn(DUE.minusDays(3));

        assertThat(reminders.pressing(List.of(task, moved), MANY).first())
                .extracting(TaskReminder::task, TaskReminder::part, TaskReminder::mine)
                .containsExactly(tuple(moved, Optional.empty(), true), tuple(task, Optional.of(DUE), true));
        assertThat(reminders.pressing(List.of(task, moved), MANY).total()).isEqualTo(2);
        on(DUE.plusDays(1));
        assertThat(reminders.pressing(List.of(task), MANY).first()).isEmpty();
        assertThat(reminders.pressing(List.of(task), MANY).total()).isZero();
    }

    @Test
    void daysWithoutASweepAreNotCaughtUp() {
        open(task("a", LocalDate.of(2025, 9, 1), DUE));

        assertThat(sweepOn(DUE.minusDays(7))).isEqualTo(1);
        assertThat(sweepOn(DUE.plusDays(5))).isEqualTo(1);

        assertThat(written()).extracting(Reminder::rung).containsExactly(-7, 3);
        assertThat(written().get(1).writtenOn()).isEqualTo(DUE.plusDays(5));
    }

    @Test
    void nothingIsWrittenBeforeTheTaskStarts() {
        open(task("a", DUE.minusDays(2), DUE));

        assertThat(sweepOn(DUE.minusDays(3))).isZero();
        assertThat(sweepOn(DUE.minusDays(2))).isEqualTo(1);
    }

    @Test
    void aTaskWithoutATermIsNeverRemindedOf() {
        open(new OpenTask(
                id("a"), "Задача", "", programmeId, null, "i", "t", Optional.empty(), null, null, null, List.of()));

        assertThat(sweepOn(DUE)).isZero();
    }

    @Test
    void aMovedTermHasRemindersOfItsOwn() {
        open(task("a", null, DUE));
        sweepOn(DUE.plusDays(3));
        OpenTask moved = task("a", null, DUE.plusDays(9));
        open(moved);

        assertThat(reminders.pressing(List.of(moved), MANY).first())
                .singleElement()
                .satisfies(seen -> assertThat(seen.reminder())
                        .as("that of the earlier term is over")
                        .isEmpty());
        assertThat(sweepOn(DUE.plusDays(4))).isEqualTo(1);
        assertThat(reminders.pressing(List.of(moved), MANY).first())
                .singleElement()
                .satisfies(
                        seen -> assertThat(seen.reminder().orElseThrow().rung()).isEqualTo(-7));
    }

    @Test
    void twoNodesWriteOneReminder() throws Exception {
        open(task("a", null, DUE), task("b", null, DUE));
        on(DUE);
        var nodes = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Integer>> sweeps = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(this::sweep, nodes))
                .toList();

        int written = 0;
        for (CompletableFuture<Integer> sweep : sweeps) {
            written += sweep.get();
        }
        nodes.shutdown();

        assertThat(written).isEqualTo(2);
        assertThat(written()).hasSize(2);
    }

    @Test
    void theDatabaseRefusesASecondReminderOfOneRungAndDay() {
        OpenTask task = task("a", null, DUE);
        repository.saveAndFlush(new Reminder(task, new ReminderLevel(0), task.due(), DUE));

        assertThatThrownBy(() -> repository.saveAndFlush(new Reminder(task, new ReminderLevel(0), task.due(), DUE)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anUnknownProgrammeIsRefused() {
        assertThatThrownBy(() -> transaction.execute(status -> reminders.sweep(-1L)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void peopleSeeWhatPressesAndTheNewestReminderOfIt() {
        OpenTask mine = task("mine", null, DUE);
        OpenTask other = task("other", null, DUE.minusDays(1));
        OpenTask soon = task("soon", null, DUE.plusDays(2));
        OpenTask notYet = task("not-yet", DUE.plusDays(5), DUE.plusDays(6));
        OpenTask far = task("far", null, DUE.plusDays(9));
        open(mine, other, soon, notYet, far);
        List<OpenTask> own = List.of(mine, soon, notYet, far);
        sweepOn(DUE.minusDays(1));
        sweepOn(DUE.plusDays(1));

        assertThat(reminders.pressing(own, MANY).total()).isEqualTo(2);
        assertThat(reminders.pressing(own, MANY).first())
                .extracting(TaskReminder::task)
                .containsExactly(mine, soon);
        assertThat(reminders.pressing(own, MANY).first().get(0)).satisfies(seen -> {
            assertThat(seen.reminder().orElseThrow().rung()).isEqualTo(1);
            assertThat(seen.mine()).isTrue();
        });

        when(user.answersForYears()).thenReturn(true);
        overdue(other, mine);
        assertThat(reminders.pressing(own, MANY).total()).isEqualTo(3);
        assertThat(reminders.pressing(own, MANY).first())
                .extracting(TaskReminder::task)
                .containsExactly(other, mine, soon);
        assertThat(reminders.pressing(own, MANY).first())
                .extracting(TaskReminder::mine)
                .containsExactly(false, true, true);
        assertThat(reminders.pressing(own, 1).first())
                .extracting(TaskReminder::task)
                .containsExactly(other);
        assertThat(reminders.pressing(own, 1).total()).isEqualTo(3);

        overdue();
        assertThat(reminders.pressing(List.of(), MANY).first()).isEmpty();
        assertThat(reminders.pressing(List.of(), MANY).total()).isZero();
    }

    /** A page reads the first of many own tasks; what it does not read is counted by the database. */
    @Test
    void moreOwnTasksThanAPageReadsAreCounted() {
        on(DUE.plusDays(1));
        when(tasks.countMineDueBetween(any(), any())).thenReturn(10L);
        when(user.answersForYears()).thenReturn(true);
        OpenTask mine = task("mine", null, DUE);
        when(tasks.dueBefore(any(), any(), anyInt())).thenReturn(List.of(mine));
        when(tasks.countDueBefore(any(), any())).thenReturn(50L);

        assertThat(reminders.pressing(List.of(mine), MANY).total())
                .as("10 own that come soon, and 50 overdue, own ones among them")
                .isEqualTo(60);
    }

    private void overdue(OpenTask... overdue) {
        when(tasks.dueBefore(eq(Set.of(programmeId)), any(), anyInt()))
                .thenAnswer(call -> Stream.of(overdue)
                        .limit(call.getArgument(2, Integer.class))
                        .toList());
        when(tasks.countDueBefore(eq(Set.of(programmeId)), any())).thenReturn((long) overdue.length);
    }

    private int sweepOn(LocalDate day) {
        on(day);
        return sweep();
    }

    private int sweep() {
        return transaction.execute(status -> reminders.sweep(programmeId));
    }

    private void on(LocalDate day) {
        TestClock.moveTo(day.atTime(LocalTime.of(19, 0)));
    }

    private void open(OpenTask... open) {
        when(tasks.ofProgramme(programmeId)).thenReturn(List.of(open));
    }

    private List<Reminder> written() {
        return repository.findAll().stream()
                .filter(reminder -> reminder.programmeId().equals(programmeId))
                .sorted(Comparator.comparingInt(Reminder::rung))
                .toList();
    }

    private String id(String name) {
        return name + "-" + programmeId;
    }

    private OpenTask task(String name, LocalDate start, LocalDate due) {
        LocalDateTime from = start == null ? null : start.atTime(8, 0);
        return new OpenTask(
                id(name),
                "Задача",
                "",
                programmeId,
                "000-1.1.1",
                "instance",
                "Task_RecordOutcome",
                Optional.of("/tasks/activity"),
                from,
                due.atTime(18, 0),
                null,
                List.of("deputy"));
    }
}
