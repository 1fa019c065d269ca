package org.mentoringroadmap.overview.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.mentoringroadmap.reminder.TaskReminder;
import org.mentoringroadmap.task.OpenTask;

/**
 * A task as a list shows it.
 *
 * @param task the task
 * @param programme how the list names its programme
 * @param item item of the roadmap; null where it belongs to none
 * @param urgency how its term presses; null when it does not
 * @param mine whether the acting account works on it or may take it
 * @param taken whether the acting account works on it
 * @param part last day of the part of its term that the line speaks of; null where it speaks of the whole
 * @param ahead first day on which it can be done, when that has not come yet; null otherwise
 */
record TaskLine(
        OpenTask task,
        String programme,
        String item,
        Urgency urgency,
        boolean mine,
        boolean taken,
        LocalDate part,
        LocalDate ahead) {

    /** The same as a reminder speaks of it. */
    static TaskLine of(TaskReminder reminder, String programme, String item, String login, LocalDateTime now) {
        TaskLine line = of(reminder.task(), programme, item, reminder.mine(), login, now);
        return new TaskLine(
                line.task(),
                programme,
                item,
                Urgency.of(reminder.due(), now).orElse(null),
                line.mine(),
                line.taken(),
                reminder.part().orElse(null),
                line.ahead());
    }

    static TaskLine of(OpenTask task, String programme, String item, boolean mine, String login, LocalDateTime now) {
        return new TaskLine(
                task,
                programme,
                item,
                Urgency.of(task.due(), now).orElse(null),
                mine,
                login.equals(task.assignee()),
                null,
                task.hasBegun(now.toLocalDate()) ? null : task.start().toLocalDate());
    }
}
