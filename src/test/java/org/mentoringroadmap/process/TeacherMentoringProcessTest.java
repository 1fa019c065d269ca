package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
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
@Tag("long")
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
                .containsExactlyInAnyOrder("0.1", "1.1b", "1.1c", "2.1", "2.2b", "3.1", "3.2b", "4.2a", "7.1a", "7.1b");
    }

    /** The paper names neither: the curator is asked, until the end of lessons. */
    @Test
    void aRowWithoutTermAndPeopleIsTheCuratorsUntilTheEndOfLessons() {
        start();

        Task task = taskOf("4.2a");
        assertThat(groups(task)).containsExactly(Role.CURATOR.id());
        assertThat(task.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 5, 31));
    }

    @Test
    void theCouncilAcceptsBeforeTheOrderApproves() {
        start();
        close("1.1b", EARLIER);
        close("1.1c", EARLIER);
        assertThat(openItems()).doesNotContain("1.1a");

        close("0.1", EARLIER);

        assertThat(openItems()).contains("1.1a");
    }

    @Test
    void aBankNeedsRequestsAndConsents() {
        start();
        close("2.1", EARLIER);
        assertThat(openItems()).doesNotContain("2.2a");

        close("2.2b", EARLIER);

        assertThat(openItems()).contains("2.2a").doesNotContain("4.1");
    }

    @Test
    void mentorsAreSelectedFromBothBanks() {
        start();
        record("2.2a", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("4.1");

        record("3.2a", Outcome.EARLIER);

        assertThat(openItems()).contains("4.1").doesNotContain("5.1", "4.2b");
    }

    @Test
    void pairsHaveConsentsThenAnOrderThenProgrammes() {
        start();
        record("4.1", Outcome.EARLIER);
        pairs();

        for (String item : List.of("1.2a", "1.2b", "5.2")) {
            assertThat(openItems()).contains(item);
            assertThat(mentorships.of(Long.valueOf(key))).allMatch(pair -> pair.state() == Mentorship.State.FORMED);
            close(item, EARLIER);
        }
        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .allMatch(pair -> pair.state() == Mentorship.State.RUNNING);
        assertThat(openItems()).contains("6.1");
    }

    /** «При наличии в организации наставляемых»: without pairs there are no programmes, and the year goes on. */
    @Test
    void withoutPairsThereAreNoPersonalisedProgrammes() {
        start();
        record("4.1", Outcome.EARLIER);
        close("5.1", NOT_HELD);

        assertThat(openItems()).contains("5.3a", "6.1").doesNotContainAnyElementsOf(Set.of("1.2a", "1.2b", "5.2"));
        assertOutcome("5.2", Outcome.NOT_HELD);
        assertThat(outcome("5.2").note()).as("its cause").contains("пар нет");
        assertThat(outcome("1.3").activityKey())
                .as("one activity under two numbers")
                .isEqualTo(outcome("5.2").activityKey());
    }

    @Test
    void theAuthorityIsInformedLast() {
        start();
        record("6.1", Outcome.EARLIER);
        assertThat(openItems()).contains("8.1").doesNotContain("9.1a");
        record("8.1", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("9.1a");

        record("6.2a", Outcome.EARLIER);

        assertThat(openItems()).contains("9.1a").doesNotContain("9.1b");
    }

    private void pairs() {
        school.complete(roleFor(taskOf("5.1")), taskOf("5.1"), Map.of("outcome", "done", "date", TODAY, "pairs", 2));
        school.runFollowUps();
        school.runJobs();
    }
}
