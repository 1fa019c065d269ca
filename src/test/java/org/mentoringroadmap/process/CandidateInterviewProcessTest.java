package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("candidate-interview")
class CandidateInterviewProcessTest extends BlockTestCase {
    private static final String FIRST = "Task_InviteCandidates";
    private static final String SECOND = "Task_HoldInterviews";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void fromTheFirstTaskToTheLast() {
        String instance = start();
        document("interview-sheet");
        assertThat(groups(task(FIRST))).containsExactly("curator");
        complete(Role.CURATOR, FIRST, first());
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(groups(task(SECOND))).containsExactly("curator");

        complete(Role.CURATOR, SECOND, second());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(step(SECOND).figure("recommended")).contains(4);
        assertEndedAt(instance, "End_CandidateInterview");
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
        assertClosedBefore("candidate-interview", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_CandidateInterview");
    }

    @Test
    void onTheBlankThatTheModelNames() {
        startBlock("candidate-interview", "curator", Map.of("blankKind", "practice-card"));

        document("practice-card");
        assertThat(documents()).hasSize(1);
    }

    private String start() {
        return startBlock("candidate-interview", "curator", Map.of());
    }

    private static Map<String, Object> first() {
        return done("invited", 7);
    }

    private static Map<String, Object> second() {
        return done("interviewed", 6, "recommended", 4);
    }
}
