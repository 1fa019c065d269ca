package org.mentoringroadmap.task.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task whose roles nobody with an account holds falls to the curator, so that none is lost. */
@Component
class EmptyRoleFallback {
    private final Staff staff;
    private final OwnRoles known;
    private final TaskService tasks;

    EmptyRoleFallback(Staff staff, OwnRoles known, TaskService tasks) {
        this.staff = staff;
        this.known = known;
        this.tasks = tasks;
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void onCreate(DelegateTask task) {
        List<String> roles = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        if (falls(task.getTenantId(), roles)) {
            task.addCandidateGroup(Role.CURATOR.id());
        }
    }

    /** Staff has changed: a task that waits for an empty role gets the curator too. */
    @EventListener
    void onRolesChanged(Staff.RolesChanged changed) {
        for (Task task :
                tasks.createTaskQuery().tenantIdIn(changed.schoolId()).active().list()) {
            List<String> roles = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList();
            if (falls(changed.schoolId(), roles)) {
                tasks.addCandidateGroup(task.getId(), Role.CURATOR.id());
            }
        }
    }

    private boolean falls(String schoolId, List<String> roles) {
        return schoolId != null
                && !roles.isEmpty()
                && !roles.contains(Role.CURATOR.id())
                && roles.stream().filter(known::exists).allMatch(role -> staff.isEmpty(schoolId, role));
    }
}
