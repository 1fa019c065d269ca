package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("training")
class TrainingProcessTest extends BlockTestCase {
    private static final String HOLD = "Task_HoldTraining";
    private static final String HAND_OVER = "Task_HandOverCertificates";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void heldAndCertified() {
        String instance = start();

        complete(Role.CURATOR, HOLD, held());
        assertThat(step(HOLD).figures())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("sessions", 4, "hours", 16, "learners", 9, "trainedEarlier", 2));
        assertThat(step(HOLD).note()).contains("Занятия вёл учебный центр");
        document("certificate");
        assertThat(known(instance)).isWaitingAtExactly(HAND_OVER).hasPassed(HOLD);

        complete(Role.CURATOR, HAND_OVER, done("handedOver", 9));
        assertThat(step(HAND_OVER).figure("handedOver")).contains(9);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_Trained");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void notHeld(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, HOLD, closing, WITHOUT);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void takenBackAtTheEnd(Map<String, Object> closing) {
        String instance = start();
        complete(Role.CURATOR, HOLD, held());

        assertCloses(instance, Role.CURATOR, HAND_OVER, closing, WITHOUT);
    }

    @Test
    void everybodyWasTrainedBeforeAndNobodyNeedsACertificate() {
        String instance = start();
        complete(Role.CURATOR, HOLD, done("sessions", 0, "hours", 0, "learners", 0, "trainedEarlier", 7));
        complete(Role.CURATOR, HAND_OVER, done("handedOver", 0));

        assertEndedAt(instance, "End_Trained");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("training", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_Trained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "hours", "learners"})
    void aTrainingSaysHowMuchAndForWhom(String field) {
        start();

        refuses("step.missing", Role.CURATOR, HOLD, without(field, held()));
    }

    private String start() {
        return startBlock("training", "curator", Map.of());
    }

    private static Map<String, Object> held() {
        return done(
                "sessions", 4, "hours", 16, "learners", 9, "trainedEarlier", 2, "note", "Занятия вёл учебный центр");
    }
}
