package org.mentoringroadmap.task.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.school.handover.RoleWork;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Open tasks of the engine by the groups that may take them. */
@Component
class OpenRoleWork implements RoleWork {
    private final TaskService tasks;
    private final SystemAuthority system;
    private final Clock clock;

    OpenRoleWork(TaskService tasks, SystemAuthority system, Clock clock) {
        this.tasks = tasks;
        this.system = system;
        this.clock = clock;
    }

    @Override
    public List<Open> of(String schoolId, Collection<String> roles, int limit) {
        return system.get(() -> tasks
                .createTaskQuery()
                .tenantIdIn(schoolId)
                .active()
                .taskCandidateGroupIn(List.copyOf(roles))
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .listPage(0, limit)
                .stream()
                .map(this::open)
                .toList());
    }

    private Open open(Task task) {
        return new Open(
                task.getName(),
                Optional.ofNullable(task.getDueDate())
                        .map(due -> LocalDateTime.ofInstant(due.toInstant(), clock.getZone())),
                Optional.ofNullable(task.getAssignee()),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
