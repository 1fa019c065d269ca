package org.mentoringroadmap.platform.authority;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.mentoringroadmap.platform.engine.FollowUpJob;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo needs of the engine: its marked accounts, acting as one of them, jobs that run at once. */
@Component
@Profile("demo")
public class DemoEngine {
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Accounts accounts;

    DemoEngine(IdentityService identity, RuntimeService runtime, ManagementService management, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
        this.runtime = runtime;
        this.management = management;
    }

    /** Whether there is an account with this login. */
    public boolean exists(String login) {
        return identity.createUserQuery().userId(login).count() > 0;
    }

    /** Whether the account is one of the demo. */
    public boolean isMarked(String login) {
        return identity.getUserInfo(login, DemoAccounts.MARK) != null;
    }

    /** Marks an account as one whose password everybody knows; without the profile it is disabled at start. */
    public void mark(String login) {
        identity.setUserInfo(login, DemoAccounts.MARK, "true");
        identity.unlockUser(login);
        accounts.keepPassword(login);
    }

    /** Makes the administrator of the demo, or gives an existing one the known password. */
    public void openAdministrator(String login, String name) {
        User user = identity.createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identity.newUser(login);
            user.setFirstName("");
            user.setLastName(name);
        }
        if (!accounts.isPassword(login, login)) { // or a restart would sign out whoever is in
            user.setPassword(login);
            identity.saveUser(user);
        }
        accounts.assign(login, Set.of(Role.ADMINISTRATOR, Role.MODEL_ADMINISTRATOR));
        mark(login);
    }

    /** Acts with exactly the rights of the role's account. */
    public <T> T as(String role, String schoolId, Supplier<T> work) {
        identity.setAuthentication(role, List.of(role), List.of(schoolId));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Runs what is due in the programme until nothing is. */
    public void runJobs(Long programmeId) {
        List<Job> due;
        while (!(due = jobs(programmeId).stream()
                        .filter(job -> !job.isSuspended() && job.getRetries() > 0)
                        .filter(job -> job.getDuedate() == null)
                        .toList())
                .isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Lets the programme's timers fire once before their time: the control of terms writes its first reminders. */
    public void fireTimers(Long programmeId) {
        jobs(programmeId).stream()
                .filter(job -> TimerStartEventSubprocessJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                .forEach(job -> management.executeJob(job.getId()));
        runJobs(programmeId);
    }

    private List<Job> jobs(Long programmeId) {
        Set<String> instances =
                runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(programmeId))
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return management.createJobQuery().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId())
                        || FollowUpJob.workOf(job)
                                .filter(work -> work.programmeId().equals(programmeId))
                                .isPresent())
                .toList();
    }
}
