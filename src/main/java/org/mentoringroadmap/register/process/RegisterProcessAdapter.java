package org.mentoringroadmap.register.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.register.RegisterProcess;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Reads what the tasks of the registers are about. */
@Component
class RegisterProcessAdapter implements RegisterProcess {
    private final TaskService tasks;
    private final IdentityService identity;

    RegisterProcessAdapter(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public RegisterGroup group(String taskId) {
        return RegisterVariables.group(variables(taskId)::get);
    }

    /** A candidate may work on a task, not read its variables; the application reads them for the page. */
    private Map<String, Object> variables(String taskId) {
        Authentication user = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return tasks.getVariables(
                    taskId,
                    List.of(
                            BlockVariables.CONSENT_KIND.name(),
                            RegisterVariables.PARTICIPANT_ROLE.name(),
                            RegisterVariables.PARTICIPANT_CATEGORY.name()));
        } finally {
            if (user != null) {
                identity.setAuthentication(user.getUserId(), user.getGroupIds(), user.getTenantIds());
            }
        }
    }
}
