package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.support.TaskForms;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A whole roadmap whose stages begin at once and whose rows wait for what they need: from its start to its end, by every
 * outcome. Each subclass adds what is particular to its paper.
 */
abstract class RoadmapProcessTestCase extends ProcessTestCase {
    private static final int ROUNDS = 600;
    private static final int DAYS_AT_ONCE = 12;

    private final String master;

    @Autowired
    private Roadmaps roadmaps;

    RoadmapProcessTestCase(String master) {
        this.master = master;
    }

    @Test
    void theWholeYearByItsForms() {
        start();

        finish(this::byForm);

        assertEveryRowHasAnOutcome();
        assertThat(outcomes()).containsOnly(Outcome.DONE);
        assertCompleted();
    }

    /** Without pairs whole branches fall away; their rows end as well. */
    @Test
    void nothingIsHeld() {
        start();

        finish(task -> NOT_HELD);

        assertEveryRowHasAnOutcome();
        assertThat(outcomes()).containsOnly(Outcome.NOT_HELD);
        assertCompleted();
    }

    @Test
    void everythingWasDoneEarlier() {
        start();

        finish(task -> EARLIER);

        assertEveryRowHasAnOutcome();
        assertCompleted();
    }

    /** Every stage begins with the year, so that a person can work ahead. */
    @Test
    void allStagesBeginAtOnce() {
        start();

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .list())
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .containsAll(roadmap().stages().stream()
                        .map(stage -> stage.processId())
                        .filter(Objects::nonNull) // parts of the paper whose rows other stages run
                        .toList());
    }

    @Test
    void startedLateTheYearAsksForItsTermsFirst() {
        moveTo(LocalDateTime.of(2026, 6, 2, 10, 0));
        key = school.startUnconfirmed(master, YEAR.text());
        assertThat(openTasks()).containsExactly("Task_ConfirmTerms");

        school.complete(roleFor(task("Task_ConfirmTerms")), task("Task_ConfirmTerms"), new HashMap<>(NOT_HELD));
        school.runFollowUps();

        assertThat(openTasks()).hasSizeGreaterThan(3).doesNotContain("Task_ConfirmTerms");
    }

    @Test
    void startedInTimeItAsksNothing() {
        key = school.startUnconfirmed(master, YEAR.text());

        assertThat(openTasks()).isNotEmpty().doesNotContain("Task_ConfirmTerms");
    }

    void start() {
        key = school.start(master, YEAR.text());
    }

    Roadmap roadmap() {
        return roadmaps.newestRoadmap(master);
    }

    Programme programme() {
        return programmes.get(Long.valueOf(key));
    }

    /** Records an outcome, as a person does who works ahead, and lets follow what follows. */
    void record(String item, Outcome outcome) {
        school.as(
                org.mentoringroadmap.school.Role.CURATOR,
                () -> outcomes.record(
                        Long.valueOf(key),
                        item,
                        outcome == Outcome.NOT_HELD
                                ? new OutcomeInput(outcome, null, null, "Школе это не нужно", null)
                                : new OutcomeInput(Outcome.EARLIER, day("2025-05-30"), "3-ОД", null, null)));
        school.runFollowUps();
        school.runJobs();
    }

    /** Completes what is open until the year is over; where nobody is asked, time passes. */
    void finish(Function<Task, Map<String, Object>> input) {
        for (int round = 0; round < ROUNDS && programme().state() == Programme.State.RUNNING; round++) {
            Set<String> items = items();
            List<Task> open = school.tasks(key).stream()
                    .filter(task -> items.contains(String.valueOf(school.item(task))))
                    .toList();
            if (open.isEmpty()) {
                moveTo(LocalDateTime.now(clock).plusDays(DAYS_AT_ONCE));
                school.runJobs();
            }
            for (Task task : open) {
                if (isOpen(task)) {
                    Map<String, Object> fields = input.apply(task);
                    if (isOpen(task)) { // what is filled in elsewhere may have ended it
                        school.complete(roleFor(task), task, new HashMap<>(fields));
                    }
                }
            }
            school.runFollowUps();
            school.runJobs();
        }
    }

    /** Completes all tasks of a row in this way, as they come. */
    void close(String item, Map<String, Object> input) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Task> open = school.tasks(key).stream()
                    .filter(task -> item.equals(String.valueOf(school.item(task))))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            school.complete(roleFor(open.get(0)), open.get(0), new HashMap<>(input));
            school.runFollowUps();
            school.runJobs();
        }
        throw new AssertionError(item + " does not end");
    }

    Map<String, Object> byForm(Task task) {
        return TaskForms.fill(engine.getFormService(), task, LocalDate.now(clock));
    }

    /** Numbers of the rows that somebody is asked about now. */
    Set<String> openItems() {
        Set<String> items = items();
        return school.tasks(key).stream()
                .map(task -> String.valueOf(school.item(task)))
                .filter(items::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Numbers of all rows: pairs have tasks of their own, which belong to none. */
    private Set<String> items() {
        return roadmap()
                .activities()
                .flatMap(activity -> activity.items().stream())
                .collect(Collectors.toSet());
    }

    boolean isOpen(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 1;
    }

    private Set<Outcome> outcomes() {
        return outcomes.of(Long.valueOf(key)).stream()
                .map(record -> record.outcome())
                .collect(Collectors.toSet());
    }

    void assertEveryRowHasAnOutcome() {
        assertThat(outcomes.of(Long.valueOf(key)))
                .extracting(record -> record.activityKey())
                .containsExactlyInAnyOrderElementsOf(
                        roadmap().activities().map(RoadmapActivity::key).toList());
    }

    private void assertCompleted() {
        assertThat(programme().state()).as("open: %s", openTasks()).isEqualTo(Programme.State.COMPLETED);
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    /** The elements that history says were finished, of all processes of the programme. */
    List<String> passed() {
        return history.createHistoricActivityInstanceQuery().tenantIdIn(school.id()).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
