package org.mentoringroadmap.task.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who has lost a role, or left, keeps none of its tasks in hand: they wait again for whoever holds it. A task that is one
 * person's by its nature has no role to lose, and an administrator needs none.
 */
@Component
class LostRoles {
    private final TaskService tasks;
    private final IdentityService identity;

    LostRoles(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Before an empty role falls to the curator, so that a task that is set free falls too. */
    @EventListener
    @Order(0)
    void onRolesChanged(Staff.RolesChanged changed) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Task task : tasks.createTaskQuery()
                .tenantIdIn(changed.schoolId())
                .taskAssigned()
                .list()) {
            Set<String> held = groups.computeIfAbsent(task.getAssignee(), this::groupsOf);
            Set<String> needed = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (!needed.isEmpty() && !held.contains(Role.ADMINISTRATOR.id()) && Collections.disjoint(needed, held)) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }

    private Set<String> groupsOf(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }
}
