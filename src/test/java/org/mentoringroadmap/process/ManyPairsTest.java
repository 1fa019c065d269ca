package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.school.Role;

/** However many pairs a school has, the curator's tasks stay the same few. */
class ManyPairsTest extends MentorshipTestCase {
    private static final int MAX_COUNT = 15;

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void theCuratorIsNeverFlooded(int pairs) {
        yearOf(pairs);
    }

    @Test
    @Tag("long")
    void theCuratorOfALargeSchoolIsNeverFlooded() {
        yearOf(300);
    }

    private void yearOf(int pairs) {
        startBlock("pair-formation", "curator", Map.of("pairStep", "decide", "roadmapItem", "000-5.1.4"));
        complete(
                Role.CURATOR,
                "Task_DecidePairs",
                Map.of("outcome", "done", "date", TODAY, "pairs", pairs, "unmatched", pairs / 3));
        asJob(() -> work.startAll(programmeId()));
        assertThat(mentorships.count(programmeId(), Mentorship.State.RUNNING)).isEqualTo(pairs);
        int item = 1;
        for (MeetingKind kind : MeetingKind.values()) {
            startBlock(
                    "meetings-watch", "curator", Map.of("meetingKind", kind.id(), "roadmapItem", "000-6.1." + item++));
        }
        startBlock("mentor-search-launch", "psychologist", Map.of("roadmapItem", "000-5.2.3b"));
        assertThat(curatorsTasks()).isEqualTo(MeetingKind.values().length).isLessThanOrEqualTo(MAX_COUNT);

        for (MeetingKind kind : first()) {
            enterPageByPage(kind, pairs);
        }

        assertThat(curatorsTasks())
                .as("three watches have closed by themselves")
                .isEqualTo(2);
        if (pairs > 40) {
            return; // the end of the year grows as its beginning does
        }
        enterPageByPage(MeetingKind.FINAL, pairs);
        assertThat(mentorships.count(programmeId(), Mentorship.State.COMPLETED)).isEqualTo(pairs);
        assertThat(curatorsTasks()).as("nobody has told of a regular meeting").isOne();
        assertThat(management
                        .createJobQuery()
                        .tenantIdIn(school.id())
                        .noRetriesLeft()
                        .count())
                .isZero();
    }

    private void enterPageByPage(MeetingKind kind, int pairs) {
        for (int page = 0; page * Mentorships.PAGE < pairs; page++) {
            List<Mentorship> shown = mentorships
                    .find(programmeId(), MentorshipFilter.all(), page)
                    .getContent();
            assertThat(shown).as("never all at once").hasSizeLessThanOrEqualTo(Mentorships.PAGE);
            List<Long> ids = shown.stream().map(Mentorship::id).toList();
            school.as(Role.CURATOR, () -> meetings.recordAll(programmeId(), ids, kind, DAY));
        }
        school.runJobs();
    }

    /** Open tasks that the curator works on or may take. */
    private long curatorsTasks() {
        return school.tasks(key).stream()
                .filter(task -> groups(task).contains("curator")
                        || school.login(Role.CURATOR).equals(task.getAssignee()))
                .count();
    }
}
