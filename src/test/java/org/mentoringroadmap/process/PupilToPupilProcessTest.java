package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

/** Pupils help pupils: one form, the psychologist selects, parents of mentors consent, what is measured twice, a media plan. */
@Covers({
    "pupil-to-pupil",
    "pupil-to-pupil-1-conditions",
    "pupil-to-pupil-2-mentees",
    "pupil-to-pupil-3-mentors",
    "pupil-to-pupil-4-selection-training",
    "pupil-to-pupil-5-pairs",
    "pupil-to-pupil-6-work",
    "pupil-to-pupil-7-completion",
    "pupil-to-pupil-p4-management",
    "pupil-to-pupil-p9-monitoring",
    "pupil-to-pupil-p10-rewards",
    "pupil-to-pupil-p11-media"
})
@Tag("long")
class PupilToPupilProcessTest extends RoadmapProcessTestCase {
    @Autowired
    private Mentorships mentorships;

    @Autowired
    private ClassChecklists checklists;

    private Long classId;

    PupilToPupilProcessTest() {
        super("pupil-to-pupil");
    }

    /** Class hours are asked of classes. */
    @Override
    void start() {
        classId = school.addClass("5А");
        super.start();
    }

    @Override
    Map<String, Object> byForm(Task task) {
        if (task.getTaskDefinitionKey().equals("Task_CollectClasses")) {
            school.as(Role.DEPUTY, () -> {
                checklists.tick(Long.valueOf(key), school.item(task), classId, LocalDate.now(clock), null);
                return null;
            });
        }
        return isOpen(task) ? super.byForm(task) : Map.of();
    }

    @Test
    void whatNeedsNothingMayBeDoneOnTheFirstDay() {
        start();

        assertThat(openItems())
                .contains(
                        "1.1.1", "1.2.1", "1.3.1", "1.4.4", "2.1.1", "2.1.2", "3.1.2", "3.1.3", "4.2.1", "4.2.2",
                        "7.2.1", "P4.1.5", "P4.3.1", "P10.1", "P10.3", "P11.1a", "P11.6")
                .doesNotContain(
                        "1.3.2", "2.1.3b", "2.2.1", "3.2.1", "4.1.1", "4.2.3", "5.1.1", "6.1.1", "6.2.1", "7.1.1",
                        "7.2.3", "7.2.4", "P2.2a", "P2.3", "P6.2b", "P9.2.1", "P9.2.9", "P10.7", "P11.7a");
    }

    /** Terms in the words of the paper, and of a row that names none the last of its part of the paper. */
    @Test
    void tasksHaveTheTermsAndThePeopleOfThePaper() {
        start();

        assertTask("1.1.1", "2025-09-01", "2025-09-30", "deputy,director");
        assertTask("1.3.1", "2025-10-01", "2025-10-31", "deputy");
        assertTask("1.4.1", "2025-11-01", "2025-12-31", "deputy,director");
        assertTask("2.1.1", "2025-11-01", "2025-12-31", "curator");
        assertTask("4.2.2", "2025-12-01", "2025-12-31", "curator,deputy");
        assertTask("7.2.1", "2026-04-01", "2026-04-30", "curator,deputy");
        assertTask("P4.1.7", "2025-09-01", "2025-10-31", "deputy,director");
        assertTask("P4.2.2b", "2025-09-01", "2026-05-31", "curator");
        assertTask("P6.4b", "", "2025-12-31", "curator");
        assertTask("P10.6", "", "2026-06-30", "curator,deputy");
        assertTask("P11.1a", "2025-08-01", "2025-08-31", "curator");
        assertTask("P11.3", "2025-08-01", "2025-09-30", "curator");
    }

    private void assertTask(String item, String start, String due, String roles) {
        Task task = taskOf(item);
        assertThat(String.join(",", new TreeSet<>(groups(task)))).as(item).isEqualTo(roles);
        assertThat(day(task.getDueDate())).as(item).isEqualTo(day(due));
        if (!start.isEmpty()) {
            assertThat(day(task.getFollowUpDate())).as(item).isEqualTo(day(start));
        }
    }

    @Test
    void theOrderOnTheDocumentsWaitsForAllThatItApproves() {
        start();
        record("1.2.2", Outcome.EARLIER);
        record("1.2.3", Outcome.EARLIER);
        record("1.2.4", Outcome.EARLIER);
        assertThat(openItems()).contains("P4.1.1").doesNotContain("P2.2a");

        record("P4.1.1", Outcome.EARLIER);

        assertThat(openItems()).contains("P2.2a");
    }

    /** The programme is written before the order that puts it in force, and the form is controlled by it. */
    @Test
    void theProgrammeComesBeforeItsOrderAndItsControl() {
        start();
        assertThat(openItems()).doesNotContain("P2.3", "P4.3.2");

        close("P4.3.1", EARLIER);
        assertThat(openItems()).contains("P2.3");
        assertThat(passed()).doesNotContain("Event_ProgrammeApproved");
        record("P2.3", Outcome.EARLIER);

        assertThat(passed()).contains("Event_ProgrammeApproved");
    }

    @Test
    void aLateClassHourHoldsNobodyBack() {
        start();

        record("2.1.1", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("2.2.1");
        record("2.1.2", Outcome.EARLIER);

        assertThat(openItems()).contains("2.2.1", "1.4.2", "1.4.4");
    }

    @Test
    void mentorsAreRegisteredWithTheConsentOfTheirParents() {
        start();
        record("3.1.1", Outcome.EARLIER);
        assertThat(openItems()).doesNotContain("3.2.1");

        record("3.1.2", Outcome.EARLIER);

        assertThat(openItems()).contains("3.2.1", "3.1.3");
    }

    @Test
    void thePsychologistTalksToMentorsThenSelectsThem() {
        start();
        record("3.2.1", Outcome.EARLIER);
        assertThat(openItems()).contains("P6.2b").doesNotContain("4.1.1");
        assertThat(day(taskOf("P6.2b").getDueDate()))
                .as("the paper names no term, but what waits for it has one")
                .isEqualTo(day("2025-12-31"));

        close("P6.2b", EARLIER);

        assertThat(groups(taskOf("4.1.1"))).containsExactly("psychologist");
    }

    /** What is done every month of the year does not begin while nobody takes part. */
    @Test
    void thePsychologistSupportsThoseWhoAreInTheRegisters() {
        start();
        assertThat(begun("P4.2.1")).isTrue();
        assertThat(begun("P4.4.2b")).isFalse();

        record("2.2.1", Outcome.EARLIER);
        record("3.2.1", Outcome.EARLIER);

        assertThat(begun("P4.4.2b")).isTrue();
    }

    private boolean begun(String item) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("recurring-activity")
                        .processInstanceBusinessKey(key)
                        .variableValueEquals("roadmapItem", item)
                        .count()
                > 0;
    }

    @Test
    void trainingNeedsItsOrderAndSelectedMentorsButPairsDoNotNeedTraining() {
        start();
        record("2.2.1", Outcome.EARLIER);
        record("3.2.1", Outcome.EARLIER);
        record("4.1.1", Outcome.EARLIER);
        assertThat(openItems()).contains("5.1.1", "P9.2.1").doesNotContain("4.2.3");

        close("4.2.2", EARLIER);

        assertThat(openItems()).contains("4.2.3");
    }

    /** Whatever is measured in April is measured before a pair begins. */
    @Test
    void pairsBeginAfterTheirOrderAndTheMeasurement() {
        startPairs();
        close("5.2.1", EARLIER);
        assertThat(openItems()).contains("6.1.1", "6.1.5", "6.2.1", "7.1.1").doesNotContain("7.1.3");
        assertThat(mentorships.of(Long.valueOf(key))).allMatch(pair -> pair.state() == Mentorship.State.FORMED);

        record("P9.2.1", Outcome.EARLIER);

        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .allMatch(pair -> pair.state() == Mentorship.State.RUNNING);
        assertThat(openItems()).contains("5.2.2", "7.1.3", "P9.2.9", "P9.2.12");
    }

    @Test
    void withoutPairsTheYearGoesOn() {
        start();
        record("2.2.1", Outcome.EARLIER);
        record("3.2.1", Outcome.EARLIER);
        record("4.1.1", Outcome.EARLIER);
        for (String item : List.of("5.1.1", "5.1.2", "5.1.3", "P6.5a", "5.1.4")) {
            close(item, NOT_HELD);
        }

        assertThat(openItems()).contains("5.2.3a", "7.1.1").doesNotContain("5.2.1", "5.2.2", "6.1.1", "6.1.5");
        assertOutcome("5.2.1", Outcome.NOT_HELD);
        assertThat(outcome("5.2.1").note()).as("its cause").contains("пар нет");
        assertOutcome("6.1.4", Outcome.NOT_HELD);
        assertThat(outcome("P4.5.1").activityKey())
                .as("one activity under several numbers")
                .isEqualTo(outcome("6.1.4").activityKey());
    }

    @Test
    void conclusionsWaitForTheirReport() {
        start();
        record("7.1.2", Outcome.EARLIER);
        assertThat(openItems()).contains("P9.1.2").doesNotContain("P9.1.5", "P9.2.6a", "7.2.3", "P11.7a");

        record("7.1.3", Outcome.EARLIER);
        assertThat(openItems()).contains("P9.1.5", "P9.2.4", "P9.2.6a").doesNotContain("P9.2.6b", "7.2.3");
        record("7.1.1", Outcome.EARLIER);

        assertThat(openItems()).contains("7.2.3", "P11.7a").doesNotContain("P11.7b");
    }

    @Test
    void prizesWaitForTheOrderAndTheContestForItsRegulation() {
        start();
        record("7.2.1", Outcome.EARLIER);
        assertThat(openItems()).contains("P10.5", "P10.7").doesNotContain("7.2.4", "P10.4");

        close("P10.3", EARLIER);
        assertThat(openItems()).contains("7.2.4").doesNotContain("P10.4");

        close("7.2.4", EARLIER);
        assertThat(openItems()).as("diplomas for the winners too").contains("P10.4");
    }

    @Test
    void theFeastComesBeforeTheNewsOfIt() {
        start();
        for (String item : List.of("7.1.1", "7.1.2", "7.1.3", "P11.7a")) {
            record(item, Outcome.EARLIER);
        }

        assertThat(openItems()).contains("P11.7b", "P11.7c");
    }

    /** The pairs are closed when their meetings are over, whatever is still open in the rewards. */
    @Test
    void pairsAreClosedAfterTheirMeetings() {
        startPairs();
        record("P9.2.1", Outcome.EARLIER);
        for (String item : List.of("5.2.1", "7.1.1", "7.1.2", "7.1.3", "7.2.1", "7.2.2", "7.2.3", "P10.3", "7.2.4")) {
            close(item, EARLIER);
        }
        assertThat(mentorships.of(Long.valueOf(key))).allMatch(pair -> pair.state() == Mentorship.State.RUNNING);

        record("6.1.4", Outcome.EARLIER);
        record("6.1.5", Outcome.EARLIER);

        assertThat(mentorships.of(Long.valueOf(key))).noneMatch(pair -> pair.state() == Mentorship.State.RUNNING);
        assertThat(openItems()).contains("P10.1");
    }

    /** Whoever has not met by the term of the last meeting holds the year back no longer. */
    @Test
    void meetingsThatAreLateAreClosedByTheirTerm() {
        startPairs();
        record("P9.2.1", Outcome.EARLIER);
        record("5.2.1", Outcome.EARLIER);
        assertThat(openItems()).contains("6.1.1", "6.1.5");

        moveTo(day("2026-06-01").atTime(9, 0));
        school.runJobs();

        assertThat(passed()).contains("Service_RecordOpenMentorships");
        assertThat(openItems()).doesNotContain("6.1.1", "6.1.5");
    }

    private void startPairs() {
        start();
        for (String item : List.of("5.1.1", "5.1.2", "5.1.3", "P6.5a", "2.2.1", "3.2.1", "4.1.1")) {
            record(item, Outcome.EARLIER);
        }
        school.complete(
                roleFor(taskOf("5.1.4")), taskOf("5.1.4"), Map.of("outcome", "done", "date", TODAY, "pairs", 2));
        school.runFollowUps();
        school.runJobs();
    }

    private LocalDate day(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }
}
