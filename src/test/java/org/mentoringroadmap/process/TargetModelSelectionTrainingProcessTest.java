package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.Covers;

/** Stage 4: the mentors of this year, and what they learn. */
@Covers("target-model-4-selection-training")
class TargetModelSelectionTrainingProcessTest extends StageProcessTestCase {
    TargetModelSelectionTrainingProcessTest() {
        super(
                "target-model-4-selection-training",
                "End_SelectionTraining",
                "000-4.1.1",
                "000-4.2.1",
                "000-4.2.2",
                "000-4.2.3",
                "000-4.2.4");
    }

    @Test
    void theTrainingIsApprovedForThoseWhoWereSelected() {
        startStage();

        assertThat(openItemsAndRoles())
                .isEqualTo(Map.of(
                        "000-4.1.1", Set.of("curator", "psychologist"),
                        "000-4.2.1", Set.of("curator"),
                        "000-4.2.2", Set.of("deputy")));
        List.of("000-4.2.1", "000-4.2.2").forEach(this::close);
        assertThat(openItems()).containsExactly("000-4.1.1");
        close("000-4.1.1");
        assertThat(openItems()).containsExactly("000-4.2.3");
        close("000-4.2.3");
        assertThat(openItems()).containsExactly("000-4.2.4");
    }
}
