package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("form-activity")
class FormActivityProcessTest extends BlockTestCase {
    private static final String TASK = "Task_RecordOutcome";

    /** Without a word of the model it is the card of a practice. */
    @Test
    void recordedOnBlanks() {
        String instance = start(Map.of());
        document("practice-card");

        complete(Role.CURATOR, TASK, done());

        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_FormActivity");
    }

    @Test
    void onTheBlankThatTheModelNames() {
        start(Map.of("blankKind", "interview-sheet"));

        document("interview-sheet");
        assertThat(documents()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closedWithoutBlanks(Map<String, Object> closing) {
        String instance = start(Map.of());

        complete(Role.CURATOR, TASK, closing);

        assertThat(outcome(ITEM).outcome().id()).isEqualTo(closing.get("outcome"));
        assertEndedAt(instance, "End_FormActivity");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("form-activity", Map.of());
    }

    private String start(Map<String, String> parameters) {
        return startBlock("form-activity", "curator", parameters);
    }
}
