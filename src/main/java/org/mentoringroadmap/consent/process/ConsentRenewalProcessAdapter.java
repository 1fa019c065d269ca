package org.mentoringroadmap.consent.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.consent.ConsentRenewalProcess;
import org.mentoringroadmap.programme.Lifecycles;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Component;

/** Starts and ends the curator's task about birthdays; nobody's rights are asked, the application itself acts. */
@Component
class ConsentRenewalProcessAdapter implements ConsentRenewalProcess {
    private static final String CONSENT_RENEWAL_DUE = "ConsentRenewalDue";
    private static final String PROCESS = "consent-renewal";
    private static final String START = "Start_BirthdaysNear";
    private static final String TASK = "Task_RenewConsents";

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final Tasks tasks;
    private final Lifecycles lifecycles;
    private final IdentityService identity;

    ConsentRenewalProcessAdapter(
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
    public boolean isOpen(Long programmeId) {
        boolean[] open = new boolean[1];
        asSystem(() -> open[0] = isWaiting(String.valueOf(programmeId)));
        return open[0];
    }

    /** A task that is done but whose instance has not ended yet takes nobody in any more. */
    private boolean isWaiting(String businessKey) {
        return engineTasks
                                .createTaskQuery()
                                .taskDefinitionKey(TASK)
                                .processInstanceBusinessKey(businessKey)
                                .count()
                        > 0
                || runtime.createExecutionQuery()
                                .processDefinitionKey(PROCESS)
                                .activityId(START)
                                .processInstanceBusinessKey(businessKey)
                                .count()
                        > 0;
    }

    @Override
    public void start(Programme programme) {
        lifecycles.start(programme, PROCESS, CONSENT_RENEWAL_DUE, Map.of());
    }

    @Override
    public void finish(Long programmeId) {
        asSystem(() -> {
            List<Task> open = engineTasks
                    .createTaskQuery()
                    .taskDefinitionKey(TASK)
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .active()
                    .list();
            open.forEach(task -> tasks.completeBySystem(task.getId(), Map.of()));
        });
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
