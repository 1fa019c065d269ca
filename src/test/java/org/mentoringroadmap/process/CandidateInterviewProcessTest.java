package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("candidate-interview")
class CandidateInterviewProcessTest extends BlockTestCase {
    private static final String FIRST = "Task_InviteCandidates";
    private static final String SECOND = "Task_HoldInterviews";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Test
    void fromTheFirstTaskToTheLast() {
        String instance = start();
        document("interview-sheet");
        assertThat(groups(task(FIRST))).containsExactly("curator");
        complete(Role.CURATOR, FIRST, first());
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(groups(task(SECOND))).containsExactly("curator");

        complete(Role.CURATOR, SECOND, second());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(step(SECOND).figure("recommended")).contains(4);
        assertEndedAt(instance, "End_CandidateInterview");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closedAtTheFirstTask(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, FIRST, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closedAtTheSecondTask(Map<String, Object> closing) {
        String instance = start();
        complete(Role.CURATOR, FIRST, first());

        assertCloses(instance, Role.CURATOR, SECOND, closing, WITHOUT);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        start();
        refuses("step.missing", Role.CURATOR, FIRST, done());
        complete(Role.CURATOR, FIRST, first());

        refuses("step.missing", Role.CURATOR, SECOND, done());
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("candidate-interview", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_CandidateInterview");
    }

    @Test
    void onTheBlankThatTheModelNames() {
        startBlock("candidate-interview", "curator", Map.of("blankKind", "practice-card"));

        document("practice-card");
        assertThat(documents()).hasSize(1);
    }

    /** A sheet for each candidate is counted by the application, whatever somebody types. */
    @Test
    void bySheetsInTheApplication() {
        String instance = start();
        Participant mentor = candidate();
        complete(Role.CURATOR, "Task_InviteCandidates", with(first(), "way", "people"));
        assertThat(step("Task_InviteCandidates").figure("invited")).contains(1);
        Campaigns.Asked sheet = school.as(
                        Role.CURATOR,
                        () -> campaigns.asked(
                                Long.valueOf(key),
                                campaigns
                                        .list(Long.valueOf(key))
                                        .get(0)
                                        .campaign()
                                        .id()))
                .get(0);
        assertThat(sheet.participant().id()).isEqualTo(mentor.id());
        school.as(
                Role.CURATOR,
                () -> answers.enter(
                        Long.valueOf(key),
                        sheet.invitation().id(),
                        0,
                        Channel.STAFF,
                        Map.of("conclusion", List.of("training"))));

        complete(Role.CURATOR, "Task_HoldInterviews", second());

        assertThat(step("Task_HoldInterviews").figure("interviewed")).contains(1);
        assertThat(step("Task_HoldInterviews").figure("recommended")).contains(1);
        assertEndedAt(instance, "End_CandidateInterview");
        assertThat(school.as(Role.CURATOR, () -> campaigns.list(Long.valueOf(key))))
                .allMatch(line -> !line.campaign().isOpen());
    }

    private Participant candidate() {
        return school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    Long.valueOf(key),
                    ParticipantRole.MENTOR,
                    PersonDetails.named("Образцов", "Пример", null, null),
                    ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null));
            consents.register(entered.id(), ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF));
            return entered;
        });
    }

    private String start() {
        return startBlock("candidate-interview", "curator", Map.of());
    }

    private static Map<String, Object> first() {
        return done("invited", 7);
    }

    private static Map<String, Object> second() {
        return done("interviewed", 6, "recommended", 4);
    }
}
