package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("meetings-watch")
class MeetingsWatchProcessTest extends MentorshipTestCase {
    private static final String WATCH = "Task_WatchMeetings";
    private static final Map<String, Object> DONE = Map.of("outcome", "done", "date", TODAY);

    @Autowired
    private Steps steps;

    @Autowired
    private MeetingStatistics statistics;

    @Test
    void withoutPairsThereIsNothingToWatch() {
        String instance = startWatch(MeetingKind.TRIAL);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, "End_NoPairs");
    }

    /** The paper may say «наставник»: each has meetings of their own, the watch over all of them is one task. */
    @Test
    void isNotEveryMentorsTask() {
        ownPair(true);
        startBlock("meetings-watch", "mentor", Map.of("meetingKind", "planning", "roadmapItem", "000-6.1.3"));

        assertThat(groups(task("Task_WatchMeetings"))).containsExactly("curator");
    }

    @Test
    void closedBefore() {
        gridPair(true);
        startWatch(MeetingKind.TRIAL);
        complete(Role.CURATOR, WATCH, EARLIER);

        String second = startWatch(MeetingKind.TRIAL);

        assertOutcome(ITEM, Outcome.EARLIER);
        assertEndedAt(second, "End_ClosedBefore");
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingKind.class,
            names = {"ORGANISATIONAL", "TRIAL", "PLANNING"})
    void closesItselfWhenEveryPairHasMet(MeetingKind kind) {
        Mentorship first = gridPair(true);
        Mentorship second = gridPair(true);
        String instance = startWatch(kind);
        assertThat(groups(task(WATCH))).containsExactly("curator");

        enter(Role.CURATOR, first, kind, DAY);
        assertThat(openTasks()).containsExactly(WATCH);
        enter(Role.DEPUTY, second, kind, DAY);

        assertThat(openTasks()).isEmpty();
        assertFigures(instance, 2, 0);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_Watched");
    }

    @Test
    void regularMeetingsAreOverWhenEveryPairIs() {
        Mentorship first = gridPair(true);
        Mentorship second = gridPair(true);
        String instance = startWatch(MeetingKind.REGULAR);

        enter(Role.CURATOR, first, MeetingKind.REGULAR, DAY);
        enter(Role.CURATOR, second, MeetingKind.REGULAR, DAY);
        assertThat(openTasks()).containsExactly(WATCH);
        enter(Role.CURATOR, first, MeetingKind.FINAL, DAY);
        assertThat(openTasks()).containsExactly(WATCH);
        end(second, false);

        assertThat(openTasks()).isEmpty();
        assertFigures(instance, 2, 0);
    }

    @Test
    void aPairThatPartsIsNotWaitedFor() {
        Mentorship first = gridPair(true);
        Mentorship stuck = gridPair(true);
        startWatch(MeetingKind.TRIAL);
        enter(Role.CURATOR, first, MeetingKind.TRIAL, DAY);
        assertThat(openTasks()).containsExactly(WATCH);

        end(stuck, false);

        assertThat(openTasks()).isEmpty();
    }

    @Test
    void aStuckPairNeverBlocksTheCurator() {
        Mentorship pair = gridPair(true);
        gridPair(true);
        String instance = startWatch(MeetingKind.TRIAL);
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY);
        refuses("activity.date", Role.CURATOR, WATCH, Map.of("outcome", "done"));

        complete(Role.CURATOR, WATCH, DONE);

        assertFigures(instance, 1, 1);
        assertThat(mentorships.count(programmeId(), Mentorship.State.RUNNING)).isEqualTo(2);
        assertEndedAt(instance, "End_Watched");
    }

    @Test
    void theEndOfTheStageClosesWhatIsStillOpen() {
        Mentorship pair = gridPair(true);
        gridPair(true);
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY);
        startBlock("meetings-watch", "curator", Map.of("meetingKind", "planning", "roadmapItem", "000-6.1.3"));
        complete(Role.CURATOR, WATCH, NOT_HELD);

        asJob(() -> statistics.closeOpen(
                programmeId(),
                "stage",
                "Service_RecordOpenMentorships",
                Map.of(
                        "000-6.1.2", MeetingKind.TRIAL,
                        "000-6.1.3", MeetingKind.PLANNING,
                        "000-6.1.4", MeetingKind.REGULAR)));

        assertThat(outcome("000-6.1.2").outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome("000-6.1.2").note())
                .hasValueSatisfying(note -> assertThat(note).contains("отметкой: 1", "без отметки: 1"));
        assertThat(steps.of(programmeId(), "000-6.1.2"))
                .singleElement()
                .satisfies(step -> assertThat(step.figure("open")).contains(1));
        assertThat(outcome("000-6.1.3").note()).contains("Школе это не нужно");
        assertOutcome("000-6.1.4", Outcome.NOT_HELD);
        assertThat(mentorships.count(programmeId(), Mentorship.State.RUNNING)).isEqualTo(2);
    }

    private void assertFigures(String instance, int held, int open) {
        assertThat(steps.ofInstance(instance)).singleElement().satisfies(step -> {
            assertThat(step.figure("held")).contains(held);
            assertThat(step.figure("open")).contains(open);
        });
    }
}
