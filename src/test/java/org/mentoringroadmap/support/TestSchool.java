package org.mentoringroadmap.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;

/** An invented school whose people work in the engine as they would through Tasklist or REST. */
public final class TestSchool {
    /** Password of every account of a test school. */
    public static final String PASSWORD = "password-of-tests";

    private static final String FOLLOW_UP = "follow-up";

    private final String id;
    private final Staff staff;
    private final SchoolClasses classes;
    private final ProcessEngine engine;

    TestSchool(String id, Staff staff, SchoolClasses classes, ProcessEngine engine) {
        this.id = id;
        this.staff = staff;
        this.classes = classes;
        this.engine = engine;
    }

    /** Tenant id. */
    public String id() {
        return id;
    }

    /** Login of the person who holds the role. */
    public String login(Role role) {
        return role.id() + "-of-" + id;
    }

    /** Id of the person of the staff who holds the role. */
    public Long staffId(Role role) {
        return staff.holders(id, role).get(0).id();
    }

    /**
     * Employs a person with these roles; the login is that of the first role. The account has its password as those of a
     * demo have theirs: nobody judges it, and whoever signs in may keep it.
     */
    public StaffMember employ(String name, Set<Role> roles) {
        StaffMember member = staff.add(id, name, "сотрудник", roles);
        staff.openForDemo(id, member.id(), login(roles.iterator().next()), PASSWORD);
        return member;
    }

    /** Enters a person without an account and without roles; answers the id. */
    public Long employWithoutAccount(String name) {
        return staff.add(id, name, "сотрудник", Set.of()).id();
    }

    /** Adds a class without a teacher. */
    public Long addClass(String name) {
        return classes.add(id, name, null).id();
    }

    /** Does something as the account of the role, with exactly its rights. */
    public <T> T as(Role role, Supplier<T> work) {
        return as(login(role), List.of(role.id()), work);
    }

    /** Does something as an account with these groups. */
    public <T> T as(String login, List<String> groups, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(login, groups, List.of(id));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /**
     * The curator starts a roadmap and leaves all terms as they are; answers the programme's id, which is the business
     * key.
     */
    public String start(String roadmap, String schoolYear) {
        String programmeId = startUnconfirmed(roadmap, schoolYear);
        tasks(programmeId).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_ConfirmTerms"))
                .forEach(task -> complete(Role.CURATOR, task, Map.of()));
        return programmeId;
    }

    /** The curator starts a roadmap; terms that have passed wait to be confirmed. */
    public String startUnconfirmed(String roadmap, String schoolYear) {
        String programmeId = as(
                Role.CURATOR,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(roadmap, Map.of("schoolYear", schoolYear))
                        .getBusinessKey());
        runJobs();
        return programmeId;
    }

    /** The open tasks of a programme. */
    public List<Task> tasks(String programmeId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(programmeId)
                .list();
    }

    /** Item of the roadmap that the block of a task was called for; null for a task that stands in a stage. */
    public String item(Task task) {
        return (String) engine.getTaskService().getVariable(task.getId(), "roadmapItem");
    }

    /** The person of the role claims the task and completes it; then jobs run. */
    public void complete(Role role, Task task, Map<String, Object> input) {
        as(role, () -> {
            engine.getTaskService().claim(task.getId(), login(role));
            engine.getTaskService().complete(task.getId(), input);
            return null;
        });
        runJobs();
    }

    /**
     * Tells a job executor that runs that there may be work, as the engine does when a job is added: it hears nothing of a
     * clock that a test moves, and would first sleep.
     */
    void wakeJobExecutor() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }

    /** Runs what is due until nothing is, as the job executor does: as nobody of the school. A failing job fails the test. */
    public void runJobs() {
        as(null, null, () -> {
            runDueJobs();
            return null;
        });
    }

    /** Runs what follows from acts until nothing is left to follow, and nothing else; a failure fails the test. */
    public void runFollowUps() {
        List<Job> waiting;
        while (!(waiting = followUps()).isEmpty()) {
            waiting.forEach(job -> as(null, null, () -> {
                engine.getManagementService().executeJob(job.getId());
                return null;
            }));
        }
    }

    /** What follows from acts in the school and was not done yet, or has failed. */
    public List<Job> followUps() {
        return engine.getManagementService().createJobQuery().tenantIdIn(id).list().stream()
                .filter(job -> FOLLOW_UP.equals(((JobEntity) job).getJobHandlerType()))
                .toList();
    }

    private void runDueJobs() {
        List<Job> due;
        while (!(due = engine.getManagementService()
                        .createJobQuery()
                        .tenantIdIn(id)
                        .executable()
                        .list())
                .isEmpty()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }
}
