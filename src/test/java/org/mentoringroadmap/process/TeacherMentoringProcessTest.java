package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** Teachers mentor teachers: a paper without terms and people, consents in writing, personalised programmes. */
@Covers({
    "teacher-mentoring",
    "teacher-mentoring-1-conditions",
    "teacher-mentoring-2-mentees",
    "teacher-mentoring-3-mentors",
    "teacher-mentoring-4-selection-training",
    "teacher-mentoring-5-pairs",
    "teacher-mentoring-6-completion",
    "teacher-mentoring-7-information",
    "teacher-mentoring-8-registers",
    "teacher-mentoring-9-report"
})
class TeacherMentoringProcessTest extends RoadmapProcessTestCase {
    @Autowired
    private Mentorships mentorships;

    TeacherMentoringProcessTest() {
        super("teacher-mentoring");
    }

    @Test
    void whatNeedsNothingMayBeDoneOnTheFirstDay() {
        start();

        assertThat(openItems())
                .containsExactlyInAnyOrder(
                        "003-0.1", "003-2.1", "003-2.2b", "003-3.1", "003-3.2b", "003-4.2a", "003-7.1a", "003-7.1b");
    }

    /** The paper names neither: the curator is asked, until the end of lessons. */
    @Test
    void aRowWithoutTermAndPeopleIsTheCuratorsUntilTheEndOfLessons() {
        start();

        Task task = taskOf("003-4.2a");
        assertThat(groups(task)).containsExactly(Role.CURATOR.id());
        assertThat(task.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 5, 31));
    }

    @Test
    void theCouncilAcceptsBeforeTheOrderApproves() {
        start();
        close("003-0.1", EARLIER);
        assertThat(openItems()).contains("003-1.1b", "003-1.1c").doesNotContain("003-1.1a");
        close("003-1.1b", EARLIER);
        assertThat(openItems()).doesNotContain("003-1.1a");

        close("003-1.1c", EARLIER);

        assertThat(openItems()).contains("003-1.1a");
    }

    @Test
    void aBankNeedsRequestsAndConsents() {
        start();
        close("003-2.1", EARLIER);
        assertThat(openItems()).doesNotContain("003-2.2a");

        close("003-2.2b", EARLIER);

        assertThat(openItems()).contains("003-2.2a").doesNotContain("003-4.1");
    }

    @Test
    void mentorsAreSelectedFromBothBanks() {
        start();
        record("003-2.2a", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("003-4.1");

        record("003-3.2a", Outcome.EARLIER);

        assertThat(openItems()).contains("003-4.1").doesNotContain("003-5.1", "003-4.2b");
    }

    @Test
    void pairsHaveConsentsThenAnOrderThenProgrammes() {
        start();
        record("003-4.1", Outcome.EARLIER);
        pairs();

        for (String item : List.of("003-1.2a", "003-1.2b", "003-5.2")) {
            assertThat(openItems()).contains(item);
            assertThat(mentorships.of(Long.valueOf(key))).allMatch(pair -> pair.state() == Mentorship.State.FORMED);
            close(item, EARLIER);
        }
        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .allMatch(pair -> pair.state() == Mentorship.State.RUNNING);
        assertThat(openItems()).contains("003-6.1");
    }

    /** «При наличии в организации наставляемых»: without pairs there are no programmes, and the year goes on. */
    @Test
    void withoutPairsThereAreNoPersonalisedProgrammes() {
        start();
        record("003-4.1", Outcome.EARLIER);
        close("003-5.1", NOT_HELD);

        assertThat(openItems())
                .contains("003-5.3a", "003-6.1")
                .doesNotContainAnyElementsOf(Set.of("003-1.2a", "003-1.2b", "003-5.2"));
        assertOutcome("003-5.2", Outcome.NOT_HELD);
        assertThat(outcome("003-1.3").activityKey())
                .as("one activity under two numbers")
                .isEqualTo(outcome("003-5.2").activityKey());
    }

    @Test
    void theAuthorityIsInformedLast() {
        start();
        record("003-6.1", Outcome.EARLIER);
        assertThat(openItems()).contains("003-8.1").doesNotContain("003-9.1a");
        record("003-8.1", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("003-9.1a");

        record("003-6.2a", Outcome.EARLIER);

        assertThat(openItems()).contains("003-9.1a").doesNotContain("003-9.1b");
    }

    private void pairs() {
        school.complete(
                roleFor(taskOf("003-5.1")), taskOf("003-5.1"), Map.of("outcome", "done", "date", TODAY, "pairs", 2));
        school.runFollowUps();
        school.runJobs();
    }
}
