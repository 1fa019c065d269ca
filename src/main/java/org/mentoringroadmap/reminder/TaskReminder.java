package org.mentoringroadmap.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.task.OpenTask;

/**
 * An open task whose term has passed or is near, as a person sees it.
 *
 * @param task the task
 * @param reminder the newest reminder of its term, or of a part of it; empty while none was written
 * @param mine whether the person works on the task or may take it; otherwise it is somebody else's
 */
public record TaskReminder(OpenTask task, Optional<Reminder> reminder, boolean mine) {
    /** The term that is spoken of: the task's own, or the end of a part of it that comes before. */
    public LocalDateTime due() {
        return part().map(day -> day.atTime(Term.DAY_END)).orElseGet(task::due);
    }

    /** The last day of a part of the task's term that comes near; empty where the term itself is meant. */
    public Optional<LocalDate> part() {
        return reminder.map(one -> one.due().toLocalDate())
                .filter(day -> day.isBefore(task.due().toLocalDate()));
    }
}
