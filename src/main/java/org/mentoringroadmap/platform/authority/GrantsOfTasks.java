package org.mentoringroadmap.platform.authority;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Whoever takes a task of a role works on it by that role, and by nothing that stays when the role is gone: the engine would
 * leave each who ever took a task a right of the own to it. A task without a role is one person's, and that person's right.
 */
@Component
class GrantsOfTasks extends DefaultAuthorizationProvider {
    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        boolean ofRole = task instanceof DelegateTask live
                && live.getCandidates().stream().anyMatch(link -> link.getGroupId() != null);
        return ofRole ? null : super.newTaskAssignee(task, before, now);
    }
}
