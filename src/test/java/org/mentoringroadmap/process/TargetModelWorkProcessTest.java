package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** Stage 6: the pairs' work is watched, asked about twice, and never waited for beyond its term. */
@Covers("target-model-6-work")
class TargetModelWorkProcessTest extends StageProcessTestCase {
    private static final Set<String> MEETINGS = Set.of("000-6.1.1", "000-6.1.2", "000-6.1.3", "000-6.1.4", "000-6.1.5");

    @Autowired
    private Mentorships mentorships;

    TargetModelWorkProcessTest() {
        super(
                "target-model-6-work",
                "End_Work",
                "000-6.1.1",
                "000-6.1.2",
                "000-6.1.3",
                "000-6.1.4",
                "000-6.1.5",
                "000-6.2.1");
    }

    @Autowired
    private Terms terms;

    @BeforeEach
    void twoPairs() {
        openProgramme();
        startBlock("pair-formation", "curator", Map.of("roadmapItem", "000-5.1.4", "pairStep", "decide"));
        complete(Role.CURATOR, "Task_DecidePairs", Map.of("outcome", "done", "date", TODAY, "pairs", 2));
    }

    @Test
    void theMeetingsAreWatchedSideBySideWithTheCheck() {
        startStage();

        assertThat(openItems()).containsAll(MEETINGS).contains("000-6.2.1").hasSize(6);
        assertThat(closing().getDuedate().toInstant().atZone(clock.getZone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 5, 15, 18, 0));
    }

    @Test
    void aStuckPairHoldsNothingUpWhenTheTermIsOver() {
        startStage();
        close("000-6.1.1");
        close("000-6.2.1");
        assertThat(openItems()).hasSize(4);

        moveTo(LocalDateTime.of(2026, 5, 15, 18, 0, 1));
        school.runJobs();

        assertThat(openItems()).doesNotContainAnyElementsOf(MEETINGS);
        assertThat(passed())
                .contains("Boundary_WorkTermPassed", "Service_RecordOpenMentorships", "End_Work")
                .doesNotContain("End_FollowMeetings");
        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .noneMatch(pair -> pair.state() == Mentorship.State.COMPLETED);
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    @Test
    void theCheckIsWaitedForEvenWhenTheMeetingsAreClosed() {
        startStage();
        moveTo(LocalDateTime.of(2026, 5, 15, 18, 0, 1));
        school.runJobs();

        assertThat(openItems()).containsExactly("000-6.2.1");
        close("000-6.2.1");

        assertThat(passed()).contains("End_Work");
    }

    @Test
    void aYearBegunLateHasAtLeastTwoWeeks() {
        moveTo(LocalDateTime.of(2026, 5, 10, 12, 0));
        startStage();

        assertThat(closing().getDuedate().toInstant().atZone(clock.getZone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 5, 24, 12, 0));
    }

    @Test
    void theStageClosesLaterWhenTheLastMeetingIsMoved() {
        startStage();

        school.as(
                Role.CURATOR, () -> terms.move(Long.valueOf(key), "000-6.1.5", LocalDate.of(2026, 5, 29), "Карантин"));

        assertThat(closing().getDuedate().toInstant().atZone(clock.getZone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 5, 29, 18, 0));
    }

    private Job closing() {
        List<Job> timers = management
                .createJobQuery()
                .tenantIdIn(school.id())
                .activityId("Boundary_WorkTermPassed")
                .list();
        assertThat(timers).hasSize(1);
        return timers.get(0);
    }
}
