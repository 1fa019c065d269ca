package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.content.Appendices;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Young teachers: deficits, interviews and pairs in August, a year of work, two final events and a report. */
@Covers({
    "young-teachers",
    "young-teachers-1-regulations",
    "young-teachers-2-organisation",
    "young-teachers-3-monitoring",
    "young-teachers-4-information"
})
@Tag("long")
class YoungTeachersProcessTest extends RoadmapProcessTestCase {
    private static final Set<String> OF_PAIRS = Set.of("2.4", "2.10a", "2.10b", "2.10c");

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private DocumentRepository documents;

    @Autowired
    private Appendices appendices;

    @Autowired
    private PlatformTransactionManager transactions;

    YoungTeachersProcessTest() {
        super("young-teachers");
    }

    @Test
    void onTheFirstDayEverythingThatNeedsNothingIsOpen() {
        start();

        assertThat(openItems())
                .contains(
                        "1.1", "1.2", "2.1", "2.2", "2.3a", "2.3b", "2.4a", "2.5", "2.6", "2.11a", "2.11b", "3.1b",
                        "3.2")
                .doesNotContain("1.3", "2.3c", "2.3d", "2.4b", "2.4c", "2.8", "3.3")
                .doesNotContainAnyElementsOf(OF_PAIRS);
    }

    @Test
    void theProgrammeIsWrittenBeforeItsOrderApprovesIt() {
        start();
        assertThat(openItems()).doesNotContain("1.3");

        closeByForms("2.1");

        assertThat(openItems()).contains("1.3");
        closeByForms("1.3");
        List<String> approved = new TransactionTemplate(transactions)
                .execute(status ->
                        appendices.of(titled("Приказ «Об утверждении Программы наставничества»"), programme()).stream()
                                .map(Document::title)
                                .toList());
        assertThat(approved).containsExactly("Программа наставничества педагогических работников");
    }

    @Test
    void theNoteAndTheBankOfMenteesFollowTheAnalysis() {
        start();
        close("2.3a", NOT_HELD);
        assertThat(openItems()).doesNotContain("2.3c");
        close("2.3b", EARLIER);
        assertThat(openItems()).contains("2.3c").doesNotContain("2.3", "2.3d");

        close("2.3c", EARLIER);

        assertThat(openItems()).contains("2.3", "2.3d");
    }

    @Test
    void mentorsAreInterviewedAndRegisteredBeforeAnybodyIsCompared() {
        start();
        for (String item : List.of("2.4a", "2.4b", "2.4d")) {
            assertThat(openItems()).contains(item).doesNotContain("2.4c");
            close(item, EARLIER);
        }
        assertThat(openItems()).as("the bank of mentees is not there").doesNotContain("2.4c");
        assertThat(openItems()).as("who is registered may learn").contains("2.8");

        record("2.3d", Outcome.EARLIER);

        assertThat(openItems()).contains("2.4c");
    }

    @Test
    void pairsWorkWhenTheOrderHasNamedTheMentors() {
        start();
        comparedAndDecided(2);
        assertThat(openItems()).contains("2.4").doesNotContain("2.10a", "2.10b", "2.10c");

        close("2.4", EARLIER);

        assertThat(openItems()).contains("2.10a", "2.10b");
        assertThat(mentorships.of(Long.valueOf(key)))
                .hasSize(2)
                .allMatch(pair -> pair.state() == Mentorship.State.RUNNING);
    }

    @Test
    void aStuckPairHoldsNothingUpAfterMay() {
        start();
        comparedAndDecided(1);
        close("2.4", EARLIER);
        assertThat(openItems()).contains("2.10b");

        moveTo(LocalDateTime.of(2026, 5, 31, 18, 0, 1));
        school.runJobs();

        assertThat(openItems()).doesNotContain("2.10b");
        assertThat(passed()).contains("Boundary_MeetingsTermPassed", "Service_RecordOpenMentorships");
        assertThat(mentorships.of(Long.valueOf(key))).noneMatch(pair -> pair.state() == Mentorship.State.COMPLETED);
    }

    /** The year goes on without pairs: seminars, support and monitoring are for all. */
    @Test
    void withoutPairsTheirRowsAreNotHeld() {
        start();
        comparedAndDecided(0);

        assertThat(openItems()).doesNotContainAnyElementsOf(OF_PAIRS).contains("2.6", "2.8", "3.1b");
        OF_PAIRS.forEach(item -> assertOutcome(item, Outcome.NOT_HELD));
        assertThat(outcome("2.4").note()).as("its cause").contains("пар нет");
    }

    @Test
    void theReportFollowsTheNoteAndTheNoteFollowsTheSurvey() {
        start();
        close("3.1b", EARLIER);
        assertThat(openItems()).contains("3.1a", "3.1c").doesNotContain("3.1");
        close("3.1a", EARLIER);
        close("3.1c", EARLIER);
        assertThat(openItems()).contains("3.1").doesNotContain("3.3");

        close("3.1", EARLIER);

        assertThat(openItems()).contains("3.3");
    }

    private Document titled(String title) {
        return documents.ofProgramme(Long.valueOf(key)).stream()
                .filter(document -> document.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + title));
    }

    private void closeByForms(String item) {
        while (openItems().contains(item)) {
            Task task = taskOf(item);
            school.complete(roleFor(task), task, new HashMap<>(byForm(task)));
            school.runFollowUps();
            school.runJobs();
        }
    }

    private void comparedAndDecided(int pairs) {
        record("2.3d", Outcome.EARLIER);
        List.of("2.4a", "2.4b", "2.4d", "2.4c").forEach(item -> close(item, EARLIER));
        if (pairs == 0) {
            close("2.4e", NOT_HELD);
        } else {
            school.complete(
                    roleFor(taskOf("2.4e")), taskOf("2.4e"), Map.of("outcome", "done", "date", TODAY, "pairs", pairs));
            school.runFollowUps();
            school.runJobs();
        }
    }
}
