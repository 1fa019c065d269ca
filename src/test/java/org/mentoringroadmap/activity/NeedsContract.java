package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.OwnRoadmap;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** A stage waits for rows of others, however and whenever these end. */
abstract class NeedsContract {
    private static final String ITEM = "roadmapItem";
    private static final String NEEDS = "roadmapNeeds";
    private static final OutcomeInput NOT_HELD =
            new OutcomeInput(Outcome.NOT_HELD, null, null, "по бумажной карте", null);

    @Autowired
    private TestSchools schools;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RowNeeds needs;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private ModelUpdates updates;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;

    @BeforeEach
    void aSchool() {
        TestClock.moveTo(LocalDateTime.of(2026, 9, 1, 10, 0));
        school = schools.create();
    }

    @AfterEach
    void takeAway() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    /** Row 2.1 waits for what is said; row 2.2 waits for nothing. */
    private static Map<String, String> roadmap(String needs) {
        return roadmap("1.2", needs);
    }

    private static Map<String, String> roadmap(String second, String needs) {
        return OwnRoadmap.of("own-waiting", "Карта с ожиданием")
                .stage("1", "Подготовка")
                .row("Изучить", ITEM, "1.1")
                .row("Собрать", ITEM, second)
                .stage("2", "Работа")
                .row("Подобрать пары", ITEM, "2.1", NEEDS, needs)
                .row("Провести классный час", ITEM, "2.2")
                .files();
    }

    private void deploy(Map<String, String> files) {
        DeploymentBuilder deployment = repository.createDeployment().source("modeler");
        files.forEach(deployment::addString);
        deployments.add(0, deployment.deploy().getId());
    }

    private Long start() {
        return Long.valueOf(school.start("own-waiting", "2026-2027"));
    }

    private Stream<String> open(Long year) {
        return school.tasks(year.toString()).stream().map(school::item).filter(item -> item != null);
    }

    private void record(Long year, String item, OutcomeInput input) {
        school.as(Role.CURATOR, () -> outcomes.record(year, item, input));
    }

    @Test
    void nothingElseIsHeldUp() {
        deploy(roadmap("1.1, 1.2"));

        assertThat(open(start())).containsExactlyInAnyOrder("1.1", "1.2", "2.2");
    }

    @Test
    void eachNamedRowMustEndInWhateverWay() {
        deploy(roadmap("1.1, 1.2"));
        Long year = start();

        end(year, "1.1", Map.of("outcome", "done", "date", "2026-09-01", "note", "сделано"));
        assertThat(open(year)).containsExactlyInAnyOrder("1.2", "2.2");

        end(year, "1.2", Map.of("outcome", "not-held", "note", "по бумажной карте"));
        assertThat(open(year)).containsExactlyInAnyOrder("2.1", "2.2");
    }

    private void end(Long year, String item, Map<String, Object> fields) {
        Task task = school.tasks(year.toString()).stream()
                .filter(one -> item.equals(school.item(one)))
                .findFirst()
                .orElseThrow();
        school.complete(Role.CURATOR, task, fields);
    }

    @Test
    void whatEndedBeforeTheStageBeganIsNotWaitedFor() {
        deploy(roadmap("1.1, 1.2"));
        TestClock.moveTo(LocalDateTime.of(2027, 6, 20, 10, 0));
        Long year = Long.valueOf(school.startUnconfirmed("own-waiting", "2026-2027"));
        assertThat(open(year)).isEmpty();
        record(year, "1.1", new OutcomeInput(Outcome.EARLIER, LocalDate.of(2027, 1, 1), "5", null, null));
        record(year, "1.2", NOT_HELD);

        school.tasks(year.toString()).forEach(task -> school.complete(Role.CURATOR, task, Map.of()));

        assertThat(open(year)).contains("2.1", "2.2");
    }

    /** The request is in the database with the outcome: whoever runs next does the work. */
    @Test
    void whatFollowsFromAnOutcomeOutlivesAKill() {
        deploy(roadmap("1.1"));
        Long year = start();

        record(year, "1.1", NOT_HELD);
        assertThat(open(year)).doesNotContain("2.1");
        assertThat(school.followUps()).isNotEmpty();

        school.runJobs();
        assertThat(open(year)).contains("2.1");
    }

    @Test
    void allThatWaitsForOneRowGoesOn() {
        deploy(OwnRoadmap.of("own-waiting", "Карта с ожиданием")
                .stage("1", "Подготовка")
                .row("Изучить", ITEM, "1.1")
                .stage("2", "Работа")
                .row("Подобрать пары", ITEM, "2.1", NEEDS, "1.1")
                .row("Провести классный час", ITEM, "2.2", NEEDS, "1.1")
                .row("Опросить", ITEM, "2.3", NEEDS, "1.1")
                .stage("3", "Итоги")
                .row("Наградить", ITEM, "3.1", NEEDS, "1.1")
                .row("Рассказать", ITEM, "3.2", NEEDS, "2.1")
                .files());
        Long year = start();
        assertThat(open(year)).containsExactly("1.1");

        end(year, "1.1", Map.of("outcome", "not-held", "note", "по бумажной карте"));

        assertThat(open(year)).containsExactlyInAnyOrder("2.1", "2.2", "2.3", "3.1");
    }

    /** Whoever looks has read the stage already, and the stage comes to the place before it is told to go on. */
    @Test
    void aStageThatMovesMeanwhileGoesOn() {
        deploy(roadmap("1.1"));
        ManagementService jobs = engine.getManagementService();
        RuntimeService runtime = engine.getRuntimeService();
        Long year = Long.valueOf(school.as(
                Role.CURATOR,
                () -> runtime.startProcessInstanceByKey("own-waiting", Map.of("schoolYear", "2026-2027"))
                        .getBusinessKey()));
        jobs.createJobQuery().processDefinitionKey("own-waiting").messages().list().stream()
                .map(Job::getId)
                .forEach(jobs::executeJob);
        record(year, "1.1", NOT_HELD);
        String stage = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(year.toString())
                .processDefinitionKey("own-waiting-2")
                .singleResult()
                .getId();

        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    runtime.getActivityInstance(stage);
                    CompletableFuture.runAsync(() -> jobs.createJobQuery().processInstanceId(stage).list().stream()
                                    .map(Job::getId)
                                    .forEach(jobs::executeJob))
                            .join();
                    needs.run(year);
                    return null;
                });
        school.runJobs();

        assertThat(open(year)).contains("2.1");
    }

    @Test
    void whatIsTakenBackInTimeIsWaitedForAgain() {
        deploy(roadmap("1.1, 1.2"));
        Long year = start();
        end(year, "1.1", Map.of("outcome", "not-held", "note", "по ошибке"));
        school.as(Role.CURATOR, () -> {
            corrections.takeBack(year, "1.1");
            return null;
        });
        end(year, "1.2", Map.of("outcome", "not-held", "note", "по бумажной карте"));
        assertThat(open(year)).containsExactlyInAnyOrder("1.1", "2.2");

        end(year, "1.1", Map.of("outcome", "not-held", "note", "по бумажной карте"));
        assertThat(open(year)).containsExactlyInAnyOrder("2.1", "2.2");
    }

    @Test
    void whatIsTakenBackLaterStopsNothing() {
        deploy(roadmap("1.1"));
        Long year = start();
        end(year, "1.1", Map.of("outcome", "not-held", "note", "по ошибке"));
        school.as(Role.CURATOR, () -> {
            corrections.takeBack(year, "1.1");
            return null;
        });
        school.runJobs();

        assertThat(open(year)).containsExactlyInAnyOrder("1.1", "1.2", "2.1", "2.2");
    }

    @Test
    void twoOutcomesOfOneMomentAreBothSeen() {
        deploy(roadmap("1.1, 1.2"));
        Long year = start();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> record(year, "1.1", NOT_HELD)),
                        CompletableFuture.runAsync(() -> record(year, "1.2", NOT_HELD)))
                .join();
        school.runFollowUps();
        school.runJobs();

        assertThat(open(year)).contains("2.1");
    }

    @Test
    void aYearThatTakesNewerModelsWaitsForWhatTheseSay() {
        deploy(roadmap("1.1, 1.2"));
        Long year = start();
        record(year, "1.1", NOT_HELD);
        school.runJobs();
        assertThat(open(year)).doesNotContain("2.1");

        deploy(roadmap("1.7", "1.1"));
        school.as(Role.MODEL_ADMINISTRATOR, () -> updates.apply(year));
        school.runJobs();

        assertThat(open(year)).contains("2.1", "1.7");
    }

    @Test
    void aModelThatWaitsForItselfIsNotDeployed() {
        assertThatThrownBy(() -> deploy(roadmap("2.1"))).hasMessageContaining("ждёт пункта 2.1");
        assertThatThrownBy(() -> deploy(roadmap("3.3"))).hasMessageContaining("ждёт пункта 3.3");
    }
}
