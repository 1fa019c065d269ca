package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.Covers;

/** Stage 7: what has come of it, thanks, and the news of it. */
@Covers("target-model-7-completion")
class TargetModelCompletionProcessTest extends StageProcessTestCase {
    TargetModelCompletionProcessTest() {
        super(
                "target-model-7-completion",
                "End_Completion",
                "000-7.1.1",
                "000-7.1.2",
                "000-7.1.3",
                "000-7.2.1",
                "000-7.2.2",
                "000-7.2.3",
                "000-7.2.4",
                "000-7.2.5");
    }

    @Test
    void rewardAndEventDoNotWaitForTheMonitorings() {
        startStage();

        assertThat(openItemsAndRoles())
                .isEqualTo(Map.of(
                        "000-7.1.1", Set.of("curator"),
                        "000-7.1.2", Set.of("curator"),
                        "000-7.1.3", Set.of("curator", "psychologist"),
                        "000-7.2.3", Set.of("curator", "deputy"),
                        "000-7.2.5", Set.of("deputy")));
        List.of("000-7.1.1", "000-7.1.2", "000-7.1.3", "000-7.2.3").forEach(this::close);
        for (String item : List.of("000-7.2.5", "000-7.2.1", "000-7.2.2", "000-7.2.4")) {
            assertThat(openItems()).containsExactly(item);
            close(item);
        }
        assertThat(passed()).contains("Service_CloseMentorships", "End_Completion");
    }
}
