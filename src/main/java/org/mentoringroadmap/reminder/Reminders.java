package org.mentoringroadmap.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders of terms. A term of several parts is reminded of before the end of each. They follow the task's own due date as it stands at the moment of the sweep, so a moved term moves
 * its reminders too; a task without a due date is never reminded of, and none before its start.
 */
@Service
@Transactional
public class Reminders {
    /** A key for what the unique index guards. */
    private record Key(String taskId, int rung, LocalDate day) {
        static Key of(Reminder reminder) {
            return new Key(reminder.taskId(), reminder.rung(), reminder.day());
        }
    }

    private final ReminderRepository reminders;
    private final SweptProgrammeRepository programmesToSweep;
    private final Programmes programmes;
    private final TermPoints points;
    private final Tasks tasks;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            ReminderRepository reminders,
            SweptProgrammeRepository programmesToSweep,
            Programmes programmes,
            TermPoints points,
            Tasks tasks,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reminders = reminders;
        this.programmesToSweep = programmesToSweep;
        this.programmes = programmes;
        this.points = points;
        this.tasks = tasks;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes for every open task of the programme the reminder of the rung that it has reached: 7, 3 and 1 days before
     * the due date, on the day, 1, 3 and 7 days after, then every 7 days. A rung is written once: a repeated sweep, also
     * on another node, writes nothing, and a sweep after days without one writes the highest rung only. The end of a part of
     * the term before the last has the rungs up to its day: nobody says when a part is done. Publishes {@link
     * ProgrammeSwept}.
     *
     * @return how many were written
     * @throws NotFoundException {@code programme.unknown}
     */
    public int sweep(Long programmeId) {
        Programme programme =
                programmesToSweep.lock(programmeId).orElseThrow(() -> new NotFoundException("programme.unknown"));
        Map<String, List<LocalDate>> parts = points.of(programme);
        LocalDate today = LocalDate.now(clock);
        List<OpenTask> open = tasks.ofProgramme(programmeId);
        Set<Key> written = written(open).map(Key::of).collect(Collectors.toSet());
        List<Reminder> missing = open.stream()
                .flatMap(task -> reminders(task, parts, today))
                .filter(reminder -> !written.contains(Key.of(reminder)))
                .toList();
        reminders.saveAllAndFlush(missing);
        events.publishEvent(new ProgrammeSwept(programmeId));
        return missing.size();
    }

    /**
     * What presses on the acting account: its own tasks whose term has passed or comes within the first rung and that can
     * be done already; who answers for the whole year also sees what is overdue with others in the running programmes of the
     * own school. The database is asked for no more tasks than are wanted.
     *
     * @param mine the first of the acting account's own tasks, as {@link Tasks#mine} lists them
     * @param limit how many tasks are wanted
     */
    @Transactional(readOnly = true)
    public Pressing pressing(List<OpenTask> mine, int limit) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime soon = soon();
        Map<String, OpenTask> own = byId(mine.stream()
                .filter(task -> task.due() != null && task.due().isBefore(soon))
                .filter(task -> task.overdue(now) || task.hasBegun(now.toLocalDate()))
                .toList());
        Map<String, Reminder> parts = ofParts(
                mine.stream().filter(task -> !own.containsKey(task.id())).toList(), now.toLocalDate());
        boolean complete = own.size() < mine.size();
        long total;
        Map<String, OpenTask> all = new LinkedHashMap<>(own);
        byId(mine).values().stream()
                .filter(task -> parts.containsKey(task.id()))
                .forEach(task -> all.put(task.id(), task));
        if (user.answersForYears()) {
            Set<Long> running = running();
            byId(tasks.dueBefore(running, now, limit)).forEach(all::putIfAbsent);
            long coming = complete
                    ? own.values().stream().filter(task -> !task.overdue(now)).count()
                    : tasks.countMineDueBetween(now, soon);
            total = tasks.countDueBefore(running, now) + coming;
        } else {
            total = complete ? own.size() : tasks.countMineDueBefore(soon);
        }
        Map<String, Reminder> newest = newestByTask(all.values().stream()
                .filter(task -> !parts.containsKey(task.id()))
                .toList());
        newest.putAll(parts);
        List<TaskReminder> first = all.values().stream()
                .map(task -> new TaskReminder(
                        task,
                        Optional.ofNullable(newest.get(task.id())),
                        own.containsKey(task.id()) || parts.containsKey(task.id())))
                .sorted(Comparator.comparing(TaskReminder::due))
                .limit(limit)
                .toList();
        return new Pressing(first, Math.max(total + parts.size(), first.size()));
    }

    /**
     * What comes within the first rung with anybody in the running programmes that the acting account sees, the earliest
     * term first; nothing for who does not answer for the whole year.
     *
     * @param limit how many tasks are wanted
     */
    @Transactional(readOnly = true)
    public List<OpenTask> comingWithAnybody(int limit) {
        return user.answersForYears()
                ? tasks.dueBetween(running(), LocalDateTime.now(clock), soon(), limit)
                : List.of();
    }

    /** How many tasks {@link #comingWithAnybody} would list without a limit. */
    @Transactional(readOnly = true)
    public long countComingWithAnybody() {
        if (!user.answersForYears()) {
            return 0;
        }
        Set<Long> running = running();
        return tasks.countDueBefore(running, soon()) - tasks.countDueBefore(running, LocalDateTime.now(clock));
    }

    /** The moment before which a term comes so soon that it presses. */
    public LocalDateTime soon() {
        return ReminderLevel.horizon(LocalDate.now(clock));
    }

    private Set<Long> running() {
        return programmes.visible().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .map(Programme::id)
                .collect(Collectors.toSet());
    }

    private static Stream<Reminder> reminders(OpenTask task, Map<String, List<LocalDate>> parts, LocalDate today) {
        if (task.due() == null || !task.hasBegun(today)) {
            return Stream.empty();
        }
        // nothing is reminded of before the terms of the year are settled, and so not of settling them
        if (task.settlesTerms()) {
            return Stream.empty();
        }
        List<LocalDate> days =
                task.roadmapItem() == null ? List.of() : parts.getOrDefault(task.roadmapItem(), List.of());
        return Stream.concat(TermPoints.next(task, days, today).stream(), Stream.of(task.due()))
                .flatMap(due -> ReminderLevel.reached(due.toLocalDate(), today).stream()
                        .map(level -> new Reminder(task, level, due, today)));
    }

    /** Of own tasks those whose part of a term ends soon, with the reminder of it. */
    private Map<String, Reminder> ofParts(List<OpenTask> mine, LocalDate today) {
        Map<String, OpenTask> open = byId(mine);
        return written(mine)
                .filter(reminder -> !reminder.due().toLocalDate().isBefore(today))
                .filter(reminder -> open.get(reminder.taskId()).due() != null
                        && reminder.due()
                                .toLocalDate()
                                .isBefore(open.get(reminder.taskId()).due().toLocalDate()))
                .collect(Collectors.toMap(
                        Reminder::taskId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Reminder::writtenOn))));
    }

    private Stream<Reminder> written(Collection<OpenTask> open) {
        return open.isEmpty()
                ? Stream.empty()
                : reminders.findByTaskIdIn(open.stream().map(OpenTask::id).toList()).stream();
    }

    /** Reminders of a term that has moved since are left out. */
    private Map<String, Reminder> newestByTask(Collection<OpenTask> open) {
        Map<String, OpenTask> byId = byId(open);
        return written(open)
                .filter(reminder ->
                        isDueOn(byId.get(reminder.taskId()), reminder.due().toLocalDate()))
                .collect(Collectors.toMap(
                        Reminder::taskId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(Reminder::rung))));
    }

    private static boolean isDueOn(OpenTask task, LocalDate day) {
        return task.due() != null && task.due().toLocalDate().equals(day);
    }

    private static Map<String, OpenTask> byId(Collection<OpenTask> tasks) {
        Map<String, OpenTask> byId = new LinkedHashMap<>();
        tasks.forEach(task -> byId.put(task.id(), task));
        return byId;
    }
}
