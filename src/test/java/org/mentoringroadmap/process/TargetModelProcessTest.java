package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.reminder.TaskReminder;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;

/** The school year: the master with its stages and «Контроль сроков». */
@Covers("target-model")
class TargetModelProcessTest extends ProcessTestCase {
    private static final List<String> STAGES = List.of(
            "target-model-1-conditions",
            "target-model-2-mentees",
            "target-model-3-mentors",
            "target-model-4-selection-training",
            "target-model-5-pairs",
            "target-model-6-work",
            "target-model-7-completion");

    private static final int MANY = 200;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Terms terms;

    @Autowired
    private Tasks ownTasks;

    @Test
    void allStagesBeginAtOnceAndTheYearEndsWithTheLast() {
        startRoadmap();
        assertThat(programme().state()).isEqualTo(Programme.State.RUNNING);
        assertThat(programme().schoolYear()).isEqualTo(YEAR);
        assertThat(runningStages()).containsExactlyInAnyOrderElementsOf(STAGES);
        while (!openTasks().isEmpty()) {
            Task task = school.tasks(key).get(0);
            school.complete(roleFor(task), task, NOT_HELD);
        }

        assertThat(outcomes.of(Long.valueOf(key)))
                .as("every row has an outcome")
                .hasSize(56);
        assertThat(programme().state()).isEqualTo(Programme.State.COMPLETED);
        assertThat(programme().completedOn()).contains(day(TODAY));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
        assertThat(management.createJobQuery().tenantIdIn(school.id()).count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .list())
                .allSatisfy(instance -> {
                    assertThat(instance.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
                    assertThat(instance.getTenantId()).isEqualTo(school.id());
                    assertThat(instance.getRootProcessInstanceId()).isEqualTo(masterInstance());
                });
    }

    @Test
    void startedInItsMiddleTheYearAsksForItsTermsFirst() {
        moveTo(LocalDateTime.of(2025, 11, 17, 10, 0));
        key = school.startUnconfirmed("target-model", YEAR.text());
        assertThat(flag(masterInstance(), "termsPassed")).isEqualTo("true");
        assertThat(openTasks()).containsExactly("Task_ConfirmTerms");
        assertThat(groups(task("Task_ConfirmTerms"))).containsExactly("curator");

        moveTo(LocalDateTime.of(2025, 11, 27, 6, 0, 1));
        school.runJobs();
        assertThat(reminded(Role.CURATOR)).as("nothing is reminded before").isEmpty();

        complete(Role.CURATOR, "Task_ConfirmTerms", NOT_HELD);
        assertThat(outcomes.of(Long.valueOf(key))).as("all is left as it is").isEmpty();
        assertThat(openTasks()).hasSizeGreaterThan(5).doesNotContain("Task_ConfirmTerms");
        moveTo(LocalDateTime.of(2025, 11, 28, 6, 0, 1));
        school.runJobs();
        assertThat(reminded(Role.DEPUTY)).isNotEmpty();
    }

    @Test
    void startedInTimeItAsksNothing() {
        moveTo(LocalDateTime.of(2025, 5, 20, 10, 0));
        key = school.startUnconfirmed("target-model", YEAR.text());

        assertThat(flag(masterInstance(), "termsPassed")).isEqualTo("false");
        assertThat(openTasks()).isNotEmpty().doesNotContain("Task_ConfirmTerms");
    }

    @Test
    void theYearIsHandedDown() {
        startRoadmap();

        assertThat(flag(masterInstance(), "schoolYear")).isEqualTo("2025-2026");
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()) {
            assertThat(flag(instance.getId(), "firstYear")).isEqualTo("2025");
            assertThat(flag(instance.getId(), "secondYear")).isEqualTo("2026");
            if (!instance.getId().equals(masterInstance())) {
                assertThat(flag(instance.getId(), "programmeId")).isEqualTo(key);
            }
        }
    }

    @Test
    void theSameYearIsNotStartedTwice() {
        startRoadmap();

        assertRefused("programme.exists", catchThrowable(() -> school.start("target-model", "2025-2026")));
        assertRefused("programme.exists", catchThrowable(() -> school.start("target-model", " 2025 / 2026 ")));

        assertThat(school.as(Role.CURATOR, () -> programmes.visible())).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("target-model")
                        .tenantIdIn(school.id())
                        .count())
                .isOne();
        assertThat(school.start("target-model", "2026-2027")).isNotEqualTo(key);
        TestSchool other = schools.create(Role.CURATOR);
        assertThat(other.start("target-model", "2025-2026")).isNotEqualTo(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2025", "2025-2027", "2025-2026-2027", "2026-2025", "1999-2000", "этот", "0000-0001"})
    void aWrongSchoolYearStartsNothing(String year) {
        assertRefused(
                "school-year.invalid",
                catchThrowable(() -> school.as(
                        Role.CURATOR,
                        () -> runtime.startProcessInstanceByKey(
                                "target-model", year == null ? Map.of() : Map.of("schoolYear", year)))));

        assertThat(school.as(Role.CURATOR, () -> programmes.visible())).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .tenantIdIn(school.id())
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CURATOR", "ADMINISTRATOR"})
    void onlyTheCuratorStarts(Role role) {
        assertThatThrownBy(() -> school.as(
                        role,
                        () -> runtime.startProcessInstanceByKey("target-model", Map.of("schoolYear", "2025-2026"))))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void nothingButARoadmapIsStarted() throws IOException {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .startableInTasklist()
                        .list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(masters());
        for (String block : List.of("activity", "event", "document-approval", "target-model-1-conditions")) {
            assertThatThrownBy(() ->
                            school.as(Role.CURATOR, () -> runtime.startProcessInstanceByKey(block, "1", Map.of())))
                    .as(block)
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void everyMorningTheTermsAreSwept() {
        startRoadmap();
        assertThat(sweep().getDuedate().toInstant().atZone(clock.getZone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2025, 8, 21, 6, 0));
        school.runJobs();
        assertThat(reminded(Role.SITE_EDITOR)).isEmpty();

        moveTo(LocalDateTime.of(2025, 8, 24, 6, 0, 1)); // 7 days before 31 August
        school.runJobs();
        assertThat(reminded(Role.DEPUTY))
                .allSatisfy(reminder ->
                        assertThat(reminder.reminder().orElseThrow().rung()).isEqualTo(-7))
                .extracting(reminder ->
                        reminder.reminder().orElseThrow().roadmapItem().orElseThrow())
                .containsExactlyInAnyOrder(
                        "000-1.1.1", "000-1.3.1", "000-1.3.2", "000-1.3.3", "000-1.3.4", "000-1.4.1");
        assertThat(reminded(Role.SITE_EDITOR)).isEmpty();
        assertThat(sweep().getDuedate().toInstant().atZone(clock.getZone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2025, 8, 25, 6, 0));

        moveTo(LocalDateTime.of(2025, 9, 1, 6, 0, 1));
        school.runJobs();
        assertThat(reminded(Role.DEPUTY))
                .hasSize(6)
                .allSatisfy(reminder ->
                        assertThat(reminder.reminder().orElseThrow().rung()).isEqualTo(1));
        moveTo(LocalDateTime.of(2025, 9, 30, 6, 0, 1));
        school.runJobs();
        assertThat(reminded(Role.SITE_EDITOR))
                .singleElement()
                .satisfies(reminder ->
                        assertThat(reminder.reminder().orElseThrow().rung()).isZero());
    }

    @Test
    void aMovedTermMovesItsReminders() {
        startRoadmap();
        school.as(
                Role.CURATOR,
                () -> terms.move(Long.valueOf(key), "000-1.2.5", day("2025-08-26"), "Раньше начнём, раньше закончим"));

        moveTo(LocalDateTime.of(2025, 8, 23, 6, 0, 1));
        school.runJobs();

        assertThat(reminded(Role.SITE_EDITOR))
                .singleElement()
                .satisfies(reminder ->
                        assertThat(reminder.reminder().orElseThrow().rung()).isEqualTo(-3));
    }

    /** The master of a roadmap is called as its folder. */
    private static List<String> masters() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("processes"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(Path.of("processes", name, name + ".bpmn")))
                    .toList();
        }
    }

    private Set<String> runningStages() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .map(instance -> engine.getRepositoryService()
                        .getProcessDefinition(instance.getProcessDefinitionId())
                        .getKey())
                .filter(STAGES::contains)
                .collect(Collectors.toSet());
    }

    private Programme programme() {
        return programmes.get(Long.valueOf(key));
    }

    private String masterInstance() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("target-model")
                .singleResult()
                .getId();
    }

    private Job sweep() {
        return management
                .createJobQuery()
                .tenantIdIn(school.id())
                .timers()
                .activityId("Start_DeadlineControl")
                .singleResult();
    }

    private List<TaskReminder> reminded(Role role) {
        return school
                .as(role, () -> reminders.pressing(ownTasks.mine(MANY), MANY).first())
                .stream()
                .filter(task -> task.reminder().isPresent())
                .toList();
    }
}
