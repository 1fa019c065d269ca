package org.mentoringroadmap.withdrawal.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.programme.Lifecycles;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.task.Tasks;
import org.mentoringroadmap.withdrawal.WithdrawalProcess;
import org.springframework.stereotype.Component;

/** Starts and moves the processes of withdrawn consents; the services have checked who asks. */
@Component
class WithdrawalProcessAdapter implements WithdrawalProcess {
    private static final String CONSENT_WITHDRAWN = "ConsentWithdrawn";
    private static final String PAIR_TASK = "Task_EndPair";

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final Tasks tasks;
    private final Lifecycles lifecycles;
    private final IdentityService identity;

    WithdrawalProcessAdapter(
            RuntimeService runtime,
            TaskService engineTasks,
            Tasks tasks,
            Lifecycles lifecycles,
            IdentityService identity) {
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.tasks = tasks;
        this.lifecycles = lifecycles;
        this.identity = identity;
    }

    @Override
    public void start(Programme programme, Long consentId) {
        lifecycles.start(
                programme,
                "consent-withdrawal",
                CONSENT_WITHDRAWN,
                Map.of(WithdrawalVariables.CONSENT_ID.name(), String.valueOf(consentId)));
    }

    @Override
    public void pairsEnded(Long consentId) {
        asSystem(() -> engineTasks
                .createTaskQuery()
                .taskDefinitionKey(PAIR_TASK)
                .processVariableValueEquals(WithdrawalVariables.CONSENT_ID.name(), String.valueOf(consentId))
                .active()
                .list()
                .forEach(task -> tasks.completeBySystem(task.getId(), Map.of())));
    }

    private void asSystem(Runnable work) {
        Authentication user = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.run();
        } finally {
            if (user != null) {
                identity.setAuthentication(user);
            }
        }
    }
}
