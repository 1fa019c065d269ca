package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** Stage 5: pairs are found in two passes and fixed; those without one are not forgotten. */
@Covers("target-model-5-pairs")
class TargetModelPairsProcessTest extends StageProcessTestCase {
    private static final Set<String> ONLY_FOR_PAIRS = Set.of("000-5.2.1", "000-5.2.2");

    @Autowired
    private Mentorships mentorships;

    TargetModelPairsProcessTest() {
        super(
                "target-model-5-pairs",
                "End_Pairs",
                "000-5.1.1",
                "000-5.1.2",
                "000-5.1.3",
                "000-5.1.4",
                "000-5.2.1",
                "000-5.2.2",
                "000-5.2.3a",
                "000-5.2.3b");
    }

    @Override
    Set<String> skippedWhenNothingIsHeld() {
        return ONLY_FOR_PAIRS;
    }

    @Test
    void thePreferencesAreAskedAfterTheMeeting() {
        startStage();

        for (String item : List.of("000-5.1.1", "000-5.1.2", "000-5.1.3", "000-5.1.4")) {
            assertThat(openItems()).containsExactly(item);
            close(item);
        }
    }

    @Test
    void withPairsTheOrderComesBeforePlansAndStart() {
        startStage();
        List.of("000-5.1.1", "000-5.1.2", "000-5.1.3").forEach(this::close);
        school.complete(
                roleFor(taskOf("000-5.1.4")),
                taskOf("000-5.1.4"),
                Map.of("outcome", "done", "date", TODAY, "pairs", 2));

        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .allMatch(pair -> pair.state() == Mentorship.State.FORMED);
        assertThat(openItems()).contains("000-5.2.1", "000-5.2.3a").doesNotContain("000-5.2.2");
        close("000-5.2.1");
        assertThat(openItems()).contains("000-5.2.2");
        close("000-5.2.2");
        assertThat(mentorships.of(Long.valueOf(key))).allMatch(pair -> pair.state() == Mentorship.State.RUNNING);
        close("000-5.2.3a");

        assertThat(passed()).contains("End_Pairs", "Service_StartMentorships");
    }

    @Test
    void withoutPairsOnlySupportAndSearchRemain() {
        startStage();
        List.of("000-5.1.1", "000-5.1.2", "000-5.1.3", "000-5.1.4").forEach(this::close);

        assertThat(openItems()).containsExactly("000-5.2.3a");
        close("000-5.2.3a");

        assertThat(passed()).contains("End_Pairs").doesNotContain("Activity_OrderPairs", "Service_StartMentorships");
        assertThat(mentorships.of(Long.valueOf(key))).isEmpty();
    }

    @Test
    void thatThereAreNoPairsMayBeKnownBeforeTheYear() {
        openProgramme();
        OutcomeInput none = new OutcomeInput(Outcome.NOT_HELD, null, null, "Пар в этом году нет", null);
        outcomes.record(Long.valueOf(key), "000-5.1.4", none);
        startStage();
        List.of("000-5.1.1", "000-5.1.2", "000-5.1.3").forEach(this::close);

        assertThat(openItems()).containsExactly("000-5.2.3a");
    }
}
