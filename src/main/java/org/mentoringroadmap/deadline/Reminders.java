package org.mentoringroadmap.deadline;

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
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders of terms. They follow the task's own due date as it stands at the moment of the sweep, so a moved term moves
 * its reminders too; a task without a due date is never reminded of, and none before its start.
 */
@Service
@Transactional
public class Reminders {
    private static final int MOST_OWN_TASKS = 200;

    /** The only task before the terms of the year are confirmed; nothing is reminded of until then, and so not it. */
    private static final String CONFIRMATION = "Task_ConfirmTerms";

    /** A key for what the unique index guards. */
    private record Key(String taskId, int rung, LocalDate day) {
        static Key of(Reminder reminder) {
            return new Key(reminder.taskId(), reminder.rung(), reminder.day());
        }
    }

    private final ReminderRepository reminders;
    private final SweptProgrammeRepository programmesToSweep;
    private final Programmes programmes;
    private final Tasks tasks;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            ReminderRepository reminders,
            SweptProgrammeRepository programmesToSweep,
            Programmes programmes,
            Tasks tasks,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reminders = reminders;
        this.programmesToSweep = programmesToSweep;
        this.programmes = programmes;
        this.tasks = tasks;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes for every open task of the programme the reminder of the rung that it has reached: 7, 3 and 1 days before
     * the due date, on the day, 1, 3 and 7 days after, then every 7 days. A rung is written once: a repeated sweep, also
     * on another node, writes nothing, and a sweep after days without one writes the highest rung only. Publishes {@link
     * ProgrammeSwept}.
     *
     * @return how many were written
     * @throws NotFoundException {@code programme.unknown}
     */
    public int sweep(Long programmeId) {
        programmesToSweep.lock(programmeId).orElseThrow(() -> new NotFoundException("programme.unknown"));
        LocalDate today = LocalDate.now(clock);
        List<OpenTask> open = tasks.ofProgramme(programmeId);
        Set<Key> written = written(open).map(Key::of).collect(Collectors.toSet());
        List<Reminder> missing = open.stream()
                .flatMap(task -> reminder(task, today).stream())
                .filter(reminder -> !written.contains(Key.of(reminder)))
                .toList();
        reminders.saveAllAndFlush(missing);
        events.publishEvent(new ProgrammeSwept(programmeId));
        return missing.size();
    }

    /**
     * What the acting account is reminded of, the earliest term first: tasks that it works on or may take; a curator
     * also sees what is overdue with others in the running programmes of the own school. Open tasks only, and of each
     * the newest reminder only.
     */
    @Transactional(readOnly = true)
    public List<TaskReminder> forMe() {
        Map<String, OpenTask> mine = byId(tasks.mine(MOST_OWN_TASKS));
        Map<String, OpenTask> seen = new LinkedHashMap<>(mine);
        if (user.has(Role.CURATOR)) {
            byId(overdueInMySchools()).forEach(seen::putIfAbsent);
        }
        Map<String, Reminder> newest = newestByTask(seen.values());
        return seen.values().stream()
                .filter(task -> newest.containsKey(task.id()))
                .map(task -> new TaskReminder(task, newest.get(task.id()), mine.containsKey(task.id())))
                .sorted(Comparator.comparing(reminder -> reminder.task().due()))
                .toList();
    }

    private List<OpenTask> overdueInMySchools() {
        LocalDateTime now = LocalDateTime.now(clock);
        return programmes.visible().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .flatMap(programme -> tasks.ofProgramme(programme.id()).stream())
                .filter(task -> task.overdue(now))
                .toList();
    }

    private static Optional<Reminder> reminder(OpenTask task, LocalDate today) {
        if (task.due() == null
                || task.start() != null && today.isBefore(task.start().toLocalDate())) {
            return Optional.empty();
        }
        if (task.definitionKey().equals(CONFIRMATION)) {
            return Optional.empty();
        }
        return Rung.reached(task.due().toLocalDate(), today).map(rung -> new Reminder(task, rung, today));
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
