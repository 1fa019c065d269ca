package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("upward-report")
class UpwardReportProcessTest extends BlockTestCase {
    private static final String FIRST = "Task_PrepareInformation";
    private static final String SECOND = "Task_SendInformation";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void fromTheFirstTaskToTheLast() {
        String instance = start();
        assertThat(groups(task(FIRST))).containsExactly("curator");
        complete(Role.CURATOR, FIRST, first());
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(groups(task(SECOND))).containsExactly("curator");

        complete(Role.CURATOR, SECOND, second());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("17-исх");
        assertThat(step(FIRST).text("subject")).contains("О ходе программы за первое полугодие");
        assertEndedAt(instance, "End_UpwardReport");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closedAtTheFirstTask(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, FIRST, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closedAtTheSecondTask(Map<String, Object> closing) {
        String instance = start();
        complete(Role.CURATOR, FIRST, first());

        assertCloses(instance, Role.CURATOR, SECOND, closing, WITHOUT);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        start();
        refuses("step.missing", Role.CURATOR, FIRST, done());
        complete(Role.CURATOR, FIRST, first());

        refuses("step.missing", Role.CURATOR, SECOND, done());
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("upward-report", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_UpwardReport");
    }

    private String start() {
        return startBlock("upward-report", "curator", Map.of());
    }

    private static Map<String, Object> first() {
        return done("subject", "О ходе программы за первое полугодие");
    }

    private static Map<String, Object> second() {
        return done("number", "17-исх");
    }
}
