package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.support.Covers;

@Covers("consent-collection")
class ConsentCollectionProcessTest extends BlockTestCase {
    private static final String TASK = "Task_CollectConsents";

    @ParameterizedTest
    @ValueSource(strings = {"adult", "representative", "mentor"})
    void collected(String kind) {
        String instance = start(kind);
        switch (kind) {
            case "adult" -> document("consent-adult");
            case "representative" -> document("consent-representative");
            default -> {
                document("consent-adult");
                document("consent-representative");
            }
        }

        complete(Role.CURATOR, TASK, done("needed", 20, "received", 18, "refused", 1));

        assertThat(step(TASK).figure("needed")).contains(20);
        assertThat(step(TASK).figure("received")).contains(18);
        assertThat(step(TASK).figure("refused")).contains(1);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_ConsentsCollected");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void notCollected(Map<String, Object> closing) {
        assertCloses(start("adult"), Role.CURATOR, TASK, closing, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("consent-collection", Map.of("consentKind", "adult"));
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start("mentor"), "End_ConsentsCollected");
    }

    @Test
    void nobodyRefused() {
        start("adult");

        complete(Role.CURATOR, TASK, done("needed", 3, "received", 3));

        assertThat(step(TASK).figure("refused")).isEmpty();
    }

    @Test
    void notMoreThanNeeded() {
        start("adult");

        refuses("step.at-most", Role.CURATOR, TASK, done("needed", 3, "received", 4));
        refuses("step.missing", Role.CURATOR, TASK, done("needed", 3));
    }

    private String start(String kind) {
        return startBlock("consent-collection", "curator", Map.of("consentKind", kind));
    }
}
