package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.Webapps;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.Machine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Many people who finish what runs in parallel at the same moment, with the job executor at work. */
abstract class CrowdContract {
    private static final int PEOPLE = 20;
    private static final String TASKLIST = Webapps.API + "/engine/engine/default/task/";
    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final String NOT_HELD =
            "{\"variables\":{\"outcome\":{\"value\":\"not-held\"},\"note\":{\"value\":\"Школе это не нужно\"}}}";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Programmes programmes;

    /** Twenty activities of one stage, twenty people in Tasklist: the stage ends within seconds and nothing waits. */
    @Test
    void aStageMovesOnWhenAllItsActivitiesAreFinishedAtOnce() throws Exception {
        TestSchool school = schools.create(Role.CURATOR);
        List<Caller> people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> deputy(school, number))
                .toList();
        String stage = startCrowdedStage(school);
        await("the first task of every activity")
                .atMost(Machine.atMost(SECONDS))
                .until(() -> tasks(school).size() == PEOPLE);
        List<Task> tasks = tasks(school);

        List<Caller.Answer> answers = atOnce(IntStream.range(0, PEOPLE)
                .<Callable<Caller.Answer>>mapToObj(number -> () -> finish(
                        people.get(number),
                        login(school, number),
                        tasks.get(number).getId()))
                .toList());

        assertThat(answers).extracting(Caller.Answer::status).containsOnly(204);
        await("the end of the stage").atMost(Machine.atMost(SECONDS)).until(() -> hasEnded(stage));
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .tenantIdIn(school.id())
                        .count())
                .isZero();
        assertThat(jobs(school)).isEmpty();
    }

    /** Everybody wants the same task: one does it, the others are told so. */
    @Test
    void oneOfManyTakesATask() throws Exception {
        TestSchool school = schools.create(Role.CURATOR);
        List<Caller> people =
                IntStream.range(0, 5).mapToObj(number -> deputy(school, number)).toList();
        startCrowdedStage(school);
        await("the tasks")
                .atMost(Machine.atMost(SECONDS))
                .until(() -> tasks(school).size() == PEOPLE);
        String task = tasks(school).get(0).getId();

        List<Caller.Answer> answers = atOnce(IntStream.range(0, people.size())
                .<Callable<Caller.Answer>>mapToObj(
                        number -> () -> finish(people.get(number), login(school, number), task))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 204)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertThat(answer.message()).containsPattern("\\p{IsCyrillic}{3}");
        });
    }

    /** The curator's colleagues close what is open of a real stage in rounds, all of a round at once. */
    @Test
    void stageOneIsClosedInRounds() throws Exception {
        TestSchool school = schools.create();
        String programme = callers.basic(school, Role.CURATOR)
                .post(
                        "/engine-rest/process-definition/key/target-model/start",
                        "{\"variables\":{\"schoolYear\":{\"value\":\"2026-2027\"}}}")
                .json()
                .path("businessKey")
                .asText();
        Map<Role, Caller> people = new HashMap<>();
        Instant end = Instant.now().plus(Machine.atMost(Duration.ofMinutes(1)));
        int most = 0;
        while (!stageOneHasEnded(programme)) {
            assertThat(Instant.now()).as("the stage stands still").isBefore(end);
            await("work for people").atMost(Machine.atMost(SECONDS)).until(() -> isQuiet(school));
            List<Task> tasks = tasks(school);
            most = Math.max(most, tasks.size());
            List<Callable<Caller.Answer>> work = new ArrayList<>();
            for (Task task : tasks) {
                Role role = role(task);
                Caller caller = people.computeIfAbsent(role, any -> inTasklist(callers.browser(school, role)));
                work.add(() -> finish(caller, school.login(role), task.getId()));
            }
            assertThat(atOnce(work)).extracting(Caller.Answer::status).containsOnly(204);
        }
        assertThat(most).isGreaterThan(10);
        await("quiet").atMost(Machine.atMost(SECONDS)).until(() -> isQuiet(school));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .tenantIdIn(school.id())
                        .withException()
                        .count())
                .isZero();
    }

    private String startCrowdedStage(TestSchool school) {
        String programme = programmes
                .open(school.id(), new SchoolYear(2026), "target-model")
                .id()
                .toString();
        return school.as("starter", List.of(Role.ADMINISTRATOR.id(), Role.MODEL_ADMINISTRATOR.id()), () -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .name(CrowdedStage.KEY)
                    .addString(CrowdedStage.KEY + ".bpmn", CrowdedStage.model(PEOPLE))
                    .enableDuplicateFiltering(true)
                    .deploy();
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            CrowdedStage.KEY,
                            programme,
                            Map.of("schoolId", school.id(), "firstYear", "2026", "secondYear", "2027"))
                    .getId();
        });
    }

    private Caller deputy(TestSchool school, int number) {
        Long id = staff.add(school.id(), "Примеров Заместитель " + number, "заместитель", Set.of(Role.DEPUTY))
                .id();
        staff.open(school.id(), id, login(school, number), TestSchool.PASSWORD);
        accounts.keepPassword(login(school, number));
        return inTasklist(callers.anonymous().signIn(login(school, number), TestSchool.PASSWORD));
    }

    /** Tasklist hands out its token with its page. */
    private static Caller inTasklist(Caller person) {
        assertThat(person.page(Webapps.TASKLIST).status()).isEqualTo(200);
        return person;
    }

    private static String login(TestSchool school, int number) {
        return "deputy-" + number + "-of-" + school.id();
    }

    /** Claims and completes as Tasklist does; answers the first refusal or the end. */
    private static Caller.Answer finish(Caller person, String login, String task) {
        Caller.Answer claimed = person.post(TASKLIST + task + "/claim", "{\"userId\":\"" + login + "\"}");
        return claimed.status() == 204 ? person.post(TASKLIST + task + "/complete", NOT_HELD) : claimed;
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> results = new ArrayList<>();
            for (Callable<T> one : work) {
                results.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Task> tasks(TestSchool school) {
        return engine.getTaskService()
                .createTaskQuery()
                .tenantIdIn(school.id())
                .active()
                .list();
    }

    private Role role(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> Role.of(String.valueOf(link.getGroupId())).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What the engine still has to do, but for timers that wait for their day. */
    private List<Job> jobs(TestSchool school) {
        return engine.getManagementService()
                .createJobQuery()
                .tenantIdIn(school.id())
                .messages()
                .list();
    }

    private boolean isQuiet(TestSchool school) {
        return jobs(school).isEmpty();
    }

    private boolean hasEnded(String instance) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .completed()
                        .count()
                == 1;
    }

    private boolean stageOneHasEnded(String programme) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(programme)
                        .processDefinitionKey("target-model-1-conditions")
                        .completed()
                        .count()
                == 1;
    }
}
