package org.mentoringroadmap.platform.engine;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;

/** Whether the acting account may let this account work on a task. */
final class ClaimCheck implements Command<Void> {
    private final String userId;

    ClaimCheck(String userId) {
        this.userId = userId;
    }

    /** @throws ForbiddenException {@code task.claim} when a person claims for somebody else and is no administrator */
    @Override
    public Void execute(CommandContext context) {
        Authentication user = context.getAuthentication();
        if (TaskFields.isPerson(user)
                && userId != null
                && !userId.equals(user.getUserId())
                && !(user.getGroupIds() != null && user.getGroupIds().contains(Role.ADMINISTRATOR.id()))) {
            throw new ForbiddenException("task.claim");
        }
        return null;
    }
}
