package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.term.TermsMoved;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@Covers("control-points")
class ControlPointsProcessTest extends BlockTestCase {
    private static final String OPEN = "Task_OpenCampaign";
    private static final String END = "End_ControlPointsPassed";

    @Autowired
    private Tasks rescheduled;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void decemberAndMay() {
        String instance = start();
        Task december = task(OPEN);
        assertThat(december.getName()).isEqualTo("Начать анкетирование: Дело из дорожной карты: декабрь");
        assertThat(moment(december.getFollowUpDate())).hasToString("2025-12-01T08:00");
        assertThat(moment(december.getDueDate())).hasToString("2025-12-25T18:00");
        pass("3");
        assertThat(outcome(ITEM).number()).contains("3");

        Task may = task(OPEN);
        assertThat(may.getName()).isEqualTo("Начать анкетирование: Дело из дорожной карты: май");
        assertThat(moment(may.getFollowUpDate())).hasToString("2026-05-01T08:00");
        assertThat(moment(may.getDueDate())).hasToString("2026-05-31T18:00");
        pass("4");

        assertThat(documents()).hasSize(2).allMatch(report -> report.type().id().equals("report-interim"));
        assertThat(steps.of(Long.valueOf(key))).hasSize(6);
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("4");
        assertEndedAt(instance, END);
    }

    @Test
    void mayFollowsADecemberThatWasNotHeld() {
        String instance = start();
        complete(Role.CURATOR, OPEN, NOT_HELD);

        assertThat(task(OPEN).getName()).endsWith(": май");
        pass("1");

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(documents()).hasSize(1);
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertEndedAt(instance, END);
    }

    @Test
    void pointsComeFromTheTermOfTheActivity() {
        startBlock("control-points", "curator", Map.of("start", "2026-01-12T08:00:00", "due", "2026-04-30T18:00:00"));

        assertThat(task(OPEN).getName()).endsWith(": январь");
        assertThat(moment(task(OPEN).getFollowUpDate())).hasToString("2026-01-12T08:00");
        assertThat(moment(task(OPEN).getDueDate())).hasToString("2026-01-31T18:00");
        complete(Role.CURATOR, OPEN, NOT_HELD);

        assertThat(task(OPEN).getName()).endsWith(": апрель");
        assertThat(moment(task(OPEN).getDueDate())).hasToString("2026-04-30T18:00");
    }

    /** The part that is open never ends after its activity, and gets its own days back when there is room for them. */
    @Test
    void aMovedTermReachesTheOpenPointAndThoseAfterIt() {
        String instance = start();

        moveTerm("2026-05-31T18:00", "2025-12-10T18:00");
        assertThat(moment(task(OPEN).getDueDate())).hasToString("2025-12-10T18:00");
        assertThat(flag(instance, "timeDue")).isEqualTo("2025-12-10T18:00:00");

        moveTerm("2025-12-10T18:00", "2026-06-10T18:00");
        assertThat(moment(task(OPEN).getDueDate())).hasToString("2025-12-25T18:00");
        assertThat(moment(task(OPEN).getFollowUpDate())).hasToString("2025-12-01T08:00");
        complete(Role.CURATOR, OPEN, done("invited", 10));
        assertThat(moment(task("Task_CloseCampaign").getDueDate())).hasToString("2025-12-25T18:00");
        complete(Role.CURATOR, "Task_CloseCampaign", NOT_HELD);

        assertThat(moment(task(OPEN).getDueDate())).hasToString("2026-06-10T18:00");
        assertThat(moment(task(OPEN).getFollowUpDate())).hasToString("2026-06-01T08:00");
        moveTerm("2026-06-10T18:00", "2026-05-20T18:00");
        assertThat(moment(task(OPEN).getDueDate())).hasToString("2026-05-20T18:00");
        assertThat(moment(task(OPEN).getFollowUpDate()))
                .as("it does not begin with the first point")
                .hasToString("2026-05-01T08:00");
    }

    private void moveTerm(String from, String to) {
        LocalDateTime start = LocalDateTime.parse("2025-12-01T08:00");
        transaction.executeWithoutResult(moving -> {
            rescheduled.reschedule(
                    Long.valueOf(key),
                    ITEM,
                    new Tasks.Span(start, LocalDateTime.parse(from)),
                    new Tasks.Span(start, LocalDateTime.parse(to)));
            events.publishEvent(new TermsMoved(Long.valueOf(key)));
        });
    }

    @Test
    void orAreTheMonthsThatTheRoadmapNames() {
        String instance = startBlock(
                "control-points",
                "curator",
                Map.of("start", "2025-09-01T08:00:00", "due", "2026-05-31T18:00:00", "points", "ноябрь, февраль, май"));

        for (String month : new String[] {"ноябрь", "февраль", "май"}) {
            assertThat(task(OPEN).getName()).endsWith(": " + month);
            complete(Role.CURATOR, OPEN, NOT_HELD);
        }

        assertEndedAt(instance, END);
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("control-points", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), END);
    }

    private String start() {
        return startBlock(
                "control-points", "curator", Map.of("start", "2025-12-01T08:00:00", "due", "2026-05-31T18:00:00"));
    }

    private void pass(String number) {
        complete(Role.CURATOR, OPEN, done("invited", 10));
        complete(Role.CURATOR, "Task_CloseCampaign", done("answered", 9));
        complete(Role.CURATOR, "Task_Analyse", done("respondents", 9, "positive", 8, "conclusions", "Работаем"));
        complete(Role.CURATOR, "Task_SignReport", Map.of("number", number, "date", TODAY, "despiteBlanks", true));
    }

    private static LocalDateTime moment(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDateTime();
    }
}
