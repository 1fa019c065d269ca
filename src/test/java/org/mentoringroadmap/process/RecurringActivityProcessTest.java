package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.term.TermsMoved;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@Covers("recurring-activity")
class RecurringActivityProcessTest extends BlockTestCase {
    private static final String TASK = "Task_RecordTime";

    @Autowired
    private Tasks rescheduled;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void everyMonthHasItsOwnTaskAndItsOwnRecord() {
        String instance = start("month", "2025-06-01T08:00:00", "2025-10-15T18:00:00");

        Task august = task(TASK);
        assertThat(august.getName()).isEqualTo("Отметить: Дело из дорожной карты (август 2025)");
        assertThat(moment(august.getFollowUpDate())).hasToString("2025-08-01T08:00");
        assertThat(moment(august.getDueDate())).hasToString("2025-08-31T18:00");
        complete(Role.CURATOR, TASK, done("note", "Проверили"));
        assertThat(openTasks()).isEmpty();
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();

        moveTo(LocalDateTime.of(2025, 9, 2, 10, 0));
        school.runJobs();
        assertThat(task(TASK).getName()).endsWith("(сентябрь 2025)");
        complete(Role.CURATOR, TASK, NOT_HELD);

        moveTo(LocalDateTime.of(2025, 10, 2, 10, 0));
        school.runJobs();
        assertThat(moment(task(TASK).getDueDate())).hasToString("2025-10-15T18:00");
        complete(Role.CURATOR, TASK, Map.of("outcome", "done", "date", "2025-10-01"));

        assertThat(times())
                .extracting(StepRecord::outcome)
                .containsExactly(Outcome.DONE, Outcome.NOT_HELD, Outcome.DONE);
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome(ITEM).date()).contains(day("2025-10-01"));
        assertEndedAt(instance, "End_RecurringActivity");
    }

    @Test
    void aTimeThatWaitsComesWithinTheMovedTerm() {
        String instance = start("month", "2025-06-01T08:00:00", "2025-12-15T18:00:00");
        complete(Role.CURATOR, TASK, done("note", "Проверили"));
        assertThat(flag(instance, "timeStart")).isEqualTo("2025-09-01T08:00:00");

        LocalDateTime start = LocalDateTime.parse("2025-06-01T08:00");
        transaction.executeWithoutResult(moving -> {
            rescheduled.reschedule(
                    Long.valueOf(key),
                    ITEM,
                    new Tasks.Span(start, LocalDateTime.parse("2025-12-15T18:00")),
                    new Tasks.Span(start, LocalDateTime.parse("2025-09-10T18:00")));
            events.publishEvent(new TermsMoved(Long.valueOf(key)));
        });
        moveTo(LocalDateTime.of(2025, 9, 2, 10, 0));
        school.runJobs();

        assertThat(moment(task(TASK).getDueDate())).hasToString("2025-09-10T18:00");
        complete(Role.CURATOR, TASK, done("note", "Проверили"));
        assertEndedAt(instance, "End_RecurringActivity");
    }

    @ParameterizedTest
    @CsvSource({
        "week, 2025-08-18T08:00, 2025-08-24T18:00, 18.08–24.08.2025",
        "quarter, 2025-07-01T08:00, 2025-08-31T18:00, 3-й квартал 2025"
    })
    void otherWaysToRepeat(String frequency, String start, String due, String name) {
        start(frequency, "2025-06-01T08:00:00", "2025-08-31T18:00:00");

        assertThat(moment(task(TASK).getFollowUpDate())).hasToString(start);
        assertThat(moment(task(TASK).getDueDate())).hasToString(due);
        assertThat(task(TASK).getName()).endsWith("(" + name + ")");
    }

    @Test
    void afterEachEventUntilThereIsNoMore() {
        String instance = start("event", "2025-06-01T08:00:00", "2025-08-31T18:00:00");

        complete(Role.CURATOR, TASK, done("again", "true"));
        assertThat(task(TASK).getName()).endsWith("(раз 2)");
        complete(Role.CURATOR, TASK, done("again", "false"));

        assertThat(times()).hasSize(2);
        assertEndedAt(instance, "End_RecurringActivity");
    }

    @Test
    void neverDoneIsNotHeldForTheReasonsGiven() {
        String instance = start("month", "2025-06-01T08:00:00", "2025-08-31T18:00:00");

        complete(Role.CURATOR, TASK, NOT_HELD);

        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(outcome(ITEM).note()).contains("Школе это не нужно");
        assertEndedAt(instance, "End_ClosedWithoutResult");
    }

    @Test
    void aTermThatHasPassedIsAskedForOnce() {
        String instance = start("month", "2025-06-01T08:00:00", "2025-07-15T18:00:00");

        assertThat(task(TASK).getName()).endsWith("(июль 2025)");
        complete(Role.CURATOR, TASK, done());

        assertEndedAt(instance, "End_RecurringActivity");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("recurring-activity", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(startBlock("recurring-activity", "curator", Map.of()), "End_RecurringActivity");
    }

    private String start(String frequency, String start, String due) {
        return startBlock("recurring-activity", "curator", Map.of("frequency", frequency, "start", start, "due", due));
    }

    private List<StepRecord> times() {
        return steps.of(Long.valueOf(key), ITEM);
    }

    private static LocalDateTime moment(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDateTime();
    }
}
