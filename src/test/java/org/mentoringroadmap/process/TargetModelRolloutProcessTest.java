package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** The model is introduced within a winter: exact dates, partners, pay, accessibility, a comfortable end. */
@Covers({
    "target-model-rollout",
    "target-model-rollout-1-regulation",
    "target-model-rollout-2-support",
    "target-model-rollout-3-cycle"
})
@Tag("long")
class TargetModelRolloutProcessTest extends RoadmapProcessTestCase {
    @Autowired
    private Terms terms;

    TargetModelRolloutProcessTest() {
        super("target-model-rollout");
    }

    /** What is done again and again (2.2, 2.5) is asked for as its first time begins, with the first day of lessons. */
    @Test
    void whatNeedsNothingMayBeDoneOnTheFirstDay() {
        start();

        assertThat(openItems())
                .containsExactlyInAnyOrder("1.2", "1.3", "1.4", "1.6", "1.8", "2.1", "2.3", "2.4", "3.2");

        moveTo(LocalDateTime.of(2025, 9, 1, 10, 0));
        school.runJobs();

        assertThat(openItems()).contains("2.2", "2.5");
    }

    /** The group is dated before its curator on paper; it cannot be without one. */
    @Test
    void theCuratorComesBeforeTheWorkingGroup() {
        start();

        close("1.2", EARLIER);

        assertThat(openItems()).contains("1.1");
    }

    @Test
    void thePlanAndTheRegulationComeBeforeTheirOrder() {
        start();
        close("1.3", EARLIER);
        assertThat(openItems()).doesNotContain("1.5a");

        close("1.4", EARLIER);

        assertThat(openItems()).contains("1.5a").doesNotContain("3.1");
    }

    @Test
    void agreementsNeedTheListOfPartners() {
        start();
        assertThat(openItems()).doesNotContain("1.7");

        close("2.1", Map.of("outcome", "done", "date", TODAY));

        assertThat(openItems()).contains("1.7");
    }

    @Test
    void theUmbrellaRowWaitsForTheDocumentsOfTheFirstSection() {
        start();
        record("1.2", Outcome.EARLIER);
        record("1.3", Outcome.EARLIER);
        record("1.4", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("3.1");

        record("1.5a", Outcome.EARLIER);

        assertThat(openItems()).contains("3.1");
    }

    @Test
    void mentorsAreSoughtForRequestsAndPairsForMentorsWhileTrainingKeepsItsOwnSchedule() {
        start();
        assertThat(openItems()).doesNotContain("3.3");
        close("3.2", EARLIER);
        assertThat(openItems()).contains("3.3").doesNotContain("3.5", "3.4");
        close("3.3", EARLIER);

        assertThat(openItems()).contains("3.4", "3.5");
    }

    @Test
    void theOrderOnPairsStandsInTheFirstSectionAndWaitsForThePairs() {
        start();
        pairs(2);

        assertThat(openItems()).contains("1.5b", "3.7a").doesNotContain("3.6");
        close("1.5b", EARLIER);

        assertThat(openItems()).contains("3.6");
    }

    @Test
    void aPairThatDoesNotEndHoldsNothingUp() {
        start();
        pairs(1);
        close("1.5b", EARLIER);
        assertThat(openItems()).contains("3.6");

        moveTo(LocalDateTime.of(2026, 5, 31, 18, 0, 1));
        school.runJobs();

        assertThat(openItems()).doesNotContain("3.6");
        assertThat(passed()).contains("Boundary_WorkTermPassed", "Service_RecordOpenMentorships");
        assertOutcome("3.6", Outcome.NOT_HELD); // nobody has met
    }

    @Test
    void begunInJanuaryItAsksForDecemberAndForNothingLater() {
        moveTo(LocalDateTime.of(2026, 1, 20, 10, 0));
        key = school.startUnconfirmed("target-model-rollout", YEAR.text());

        assertThat(openTasks()).containsExactly("Task_ConfirmTerms");
        assertThat(school.as(Role.CURATOR, () -> terms.passed(Long.valueOf(key))))
                .extracting(passed -> passed.activity().item())
                .containsExactlyInAnyOrder(
                        "1.1", "1.2", "1.3", "1.4", "1.5a", "1.5b", "1.6", "2.1", "3.1", "3.2", "3.3", "3.5");
    }

    private void pairs(int number) {
        close("3.2", EARLIER);
        close("3.3", EARLIER);
        school.complete(
                roleFor(taskOf("3.5")), taskOf("3.5"), Map.of("outcome", "done", "date", TODAY, "pairs", number));
        school.runFollowUps();
        school.runJobs();
    }
}
