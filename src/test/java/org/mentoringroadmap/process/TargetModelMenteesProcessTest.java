package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.Covers;

/** Stage 2: who needs a mentor, with consents, a refined choice of forms and the entry assessment. */
@Covers("target-model-2-mentees")
class TargetModelMenteesProcessTest extends StageProcessTestCase {
    TargetModelMenteesProcessTest() {
        super(
                "target-model-2-mentees",
                "End_Mentees",
                "000-2.1.1",
                "000-2.1.2a",
                "000-2.1.2b",
                "000-2.1.3",
                "000-2.1.4",
                "000-2.1.5",
                "000-2.1.6",
                "000-2.2.1",
                "000-2.2.2");
    }

    @Test
    void requestsAndConsentsAreCollectedAtOnce() {
        startStage();

        assertThat(openItemsAndRoles())
                .isEqualTo(Map.of(
                        "000-2.1.1", Set.of("curator"),
                        "000-2.1.2a", Set.of("curator", "deputy"),
                        "000-2.1.2b", Set.of("curator"),
                        "000-2.1.3", Set.of("curator"),
                        "000-2.1.4", Set.of("deputy")));
    }

    @Test
    void theFormsAreRefinedWhenAllRequestsAreKnown() {
        startStage();

        close("000-2.1.1");
        close("000-2.1.3");
        assertThat(openItems()).doesNotContain("000-2.1.5");
        close("000-2.1.4");

        assertThat(openItems()).containsExactly("000-2.1.2a", "000-2.1.2b", "000-2.1.5");
    }

    @Test
    void nobodyIsRegisteredOrMeasuredBeforeTheConsents() {
        startStage();

        List.of("000-2.1.1", "000-2.1.3", "000-2.1.4", "000-2.1.5", "000-2.1.2a")
                .forEach(this::close);
        assertThat(openItems()).containsExactly("000-2.1.2b");
        close("000-2.1.2b");

        assertThat(openItemsAndRoles())
                .isEqualTo(Map.of(
                        "000-2.1.6", Set.of("curator", "psychologist"),
                        "000-2.2.1", Set.of("curator", "deputy"),
                        "000-2.2.2", Set.of("curator")));
    }
}
