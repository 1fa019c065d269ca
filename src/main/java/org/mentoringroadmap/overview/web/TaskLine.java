package org.mentoringroadmap.overview.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * @param ahead first day on which it can be done, when that has not come yet; null otherwise
 */
record TaskLine(
        OpenTask task, String programme, String item, Urgency urgency, boolean mine, boolean taken, LocalDate ahead) {

    static TaskLine of(OpenTask task, String programme, String item, boolean mine, String login, LocalDateTime now) {
        LocalDate start = task.start() == null ? null : task.start().toLocalDate();
        return new TaskLine(
                task,
                programme,
                item,
                Urgency.of(task.due(), now).orElse(null),
                mine,
                login.equals(task.assignee()),
                start != null && start.isAfter(now.toLocalDate()) ? start : null);
    }
}
