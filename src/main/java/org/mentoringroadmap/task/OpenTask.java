package org.mentoringroadmap.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.school.CurrentUser;

/**
 * A task that waits for a person.
 *
 * @param id id of the engine's task
 * @param name what is to do, as Tasklist shows it
 * @param guide how to do it and what results
 * @param programmeId programme of the task
 * @param roadmapItem item of the roadmap that the task belongs to, for example {@code 000-1.2.1}; may be null
 * @param instanceId process instance of the task: the block that runs one activity
 * @param definitionKey id of the task in its model
 * @param formPath page of ours that carries the task; empty where Tasklist shows a form
 * @param start day from which it can be done; may be null
 * @param due term; may be null
 * @param assignee login of who works on it; may be null
 * @param roles ids of the roles that may take it
 */
public record OpenTask(
        String id,
        String name,
        String guide,
        Long programmeId,
        String roadmapItem,
        String instanceId,
        String definitionKey,
        Optional<String> formPath,
        LocalDateTime start,
        LocalDateTime due,
        String assignee,
        List<String> roles) {

    /** Page of the task that settles the terms of a year, as a roadmap's model names it. */
    public static final String TERMS_PAGE = "/tasks/terms";

    /** The item as it stands in the paper, {@code 1.2.1}; null where the task belongs to none. */
    public String printedItem() {
        return roadmapItem == null ? null : RoadmapItems.printed(roadmapItem);
    }

    /** Whether this task settles the terms of its year. */
    public boolean settlesTerms() {
        return formPath.filter(TERMS_PAGE::equals).isPresent();
    }

    /** Whether the acting account works on it, or may take it while nobody does. */
    public boolean isOpenTo(CurrentUser user) {
        return user.login().equals(assignee)
                || assignee == null && roles.stream().anyMatch(user::holds);
    }

    /** Whether it can be done on this day: its first day has come, or it has none. */
    public boolean hasBegun(LocalDate today) {
        return start == null || !today.isBefore(start.toLocalDate());
    }

    /** Whether the term has passed at this moment. */
    public boolean overdue(LocalDateTime now) {
        return due != null && due.isBefore(now);
    }
}
