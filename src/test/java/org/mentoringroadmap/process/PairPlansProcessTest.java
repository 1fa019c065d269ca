package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("pair-plans")
class PairPlansProcessTest extends BlockTestCase {
    private static final String TASK = "Task_CollectPlans";

    @Test
    void collected() {
        String instance = start();
        document("individual-plan");
        document("trajectory");

        complete(Role.CURATOR, TASK, done("plansReady", 5, "trajectoriesReady", 2));

        assertThat(step(TASK).figure("plansReady")).contains(5);
        assertThat(step(TASK).figure("trajectoriesReady")).contains(2);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_PlansCollected");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void notCollected(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, TASK, closing, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("pair-plans", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_PlansCollected");
    }

    /** Pairs of teachers write a programme of their own instead. */
    @Test
    void personalisedProgrammesAreCollected() {
        String instance = startBlock("pair-plans", "curator", Map.of("planKind", "personal-programme"));
        document("personal-programme");

        complete(Role.CURATOR, TASK, done("plansReady", 3));

        assertThat(step(TASK).figure("plansReady")).contains(3);
        assertEndedAt(instance, "End_PlansCollected");
    }

    @Test
    void plansAreCounted() {
        start();

        refuses("step.missing", Role.CURATOR, TASK, done("trajectoriesReady", 2));
    }

    private String start() {
        return startBlock("pair-plans", "curator", Map.of());
    }
}
