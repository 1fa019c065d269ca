package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("questionnaire-campaign")
class QuestionnaireCampaignProcessTest extends BlockTestCase {
    private static final String OPEN = "Task_OpenCampaign";
    private static final String CLOSE = "Task_CloseCampaign";
    private static final String END = "End_CampaignClosed";
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
    void askedAndAnswered() {
        String instance = start();
        assertThat(task(OPEN).getName()).isEqualTo("Начать анкетирование: Дело из дорожной карты");
        assertThat(groups(task(OPEN))).containsExactlyInAnyOrder("curator", "psychologist");

        complete(Role.PSYCHOLOGIST, OPEN, opened());
        assertThat(step(OPEN).figure("invited")).contains(30);
        assertThat(step(OPEN).date()).contains(day(TODAY));
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();

        complete(Role.CURATOR, CLOSE, done("answered", 28, "link", "example.org/svodka", "note", "Ждут помощи"));
        assertThat(step(CLOSE).figure("answered")).contains(28);
        assertThat(step(CLOSE).instanceId()).isEqualTo(instance);
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome(ITEM).link()).contains("https://example.org/svodka");
        assertThat(outcome(ITEM).note()).contains("Ждут помощи");
        assertEndedAt(instance, END);
    }

    /** Whom the row means and who has consented is asked; when the last one has answered nobody closes anything. */
    @Test
    void peopleAreAskedAndTheLastAnswerClosesIt() {
        String instance = start();
        Participant first = consenting("Примеров");
        Participant second = consenting("Образцов");
        enter(ParticipantRole.MENTEE, "Безбумагин", 12, ParticipantCategory.PUPIL);
        consent(enter(ParticipantRole.MENTOR, "Взрослов", 40, ParticipantCategory.TEACHER));

        complete(Role.CURATOR, OPEN, done("way", "people"));

        assertThat(step(OPEN).figure("invited")).contains(2);
        assertThat(flag(instance, "asked")).isEqualTo("people");
        Long campaign = campaign();
        answer(campaign, first);
        school.runJobs();
        assertThat(task(CLOSE)).isNotNull();
        answer(campaign, second);
        school.runJobs();

        assertThat(step(CLOSE).figure("answered")).contains(2);
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, "End_AllAnswered");
        assertThat(school.as(Role.CURATOR, () -> campaigns.get(Long.valueOf(key), campaign))
                        .isOpen())
                .isFalse();
    }

    /** The curator does not wait for the last one: the application has counted, whatever is typed. */
    @Test
    void theTermEndsIt() {
        String instance = start();
        Participant first = consenting("Примеров");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        Long campaign = campaign();
        answer(campaign, first);
        Participant late = consenting("Поздов");
        school.as(Role.CURATOR, () -> campaigns.askMore(Long.valueOf(key), campaign));

        complete(Role.CURATOR, CLOSE, done("answered", 77));

        assertThat(step(CLOSE).figure("answered")).contains(1);
        assertThat(step(OPEN).figure("invited")).contains(2);
        assertEndedAt(instance, END);
        assertThatThrownBy(() -> answer(campaign, late))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("questionnaire.closed"));
    }

    /** Within a block that has other parts the last answer closes the part. */
    @Test
    void aPartIsClosedByItsLastAnswer() {
        String instance =
                startBlock("questionnaire-campaign", "curator", Map.of("questionnaire", "mentees", "part", "true"));
        Participant only = consenting("Примеров");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        answer(campaign(), only);
        school.runJobs();

        assertThat(step(CLOSE).figure("answered")).contains(1);
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertEndedAt(instance, "End_AllAnswered");
    }

    /** Whoever takes the consent back is not waited for; what the others have answered stays. */
    @Test
    void aConsentThatIsWithdrawnKeepsNobodyWaiting() {
        String instance = start();
        Participant first = consenting("Примеров");
        Participant second = consenting("Образцов");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        Long campaign = campaign();
        answer(campaign, first);
        school.runJobs();
        assertThat(task(CLOSE)).isNotNull();

        withdraw(second);

        assertThat(step(OPEN).figure("invited")).contains(2);
        assertThat(step(CLOSE).figure("answered")).contains(1);
        assertEndedAt(instance, "End_AllAnswered");
    }

    @Test
    void whoLeavesKeepsNobodyWaiting() {
        String instance = start();
        Participant first = consenting("Примеров");
        Participant second = consenting("Образцов");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        answer(campaign(), first);
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(second.id(), ParticipantStatus.LEFT, "Переехал");
            return null;
        });
        school.runJobs();

        assertThat(step(CLOSE).figure("answered")).contains(1);
        assertEndedAt(instance, "End_AllAnswered");
    }

    /** That nobody has answered is no result: a person says what becomes of it. */
    @Test
    void whereNobodyHasAnsweredItDoesNotCloseByItself() {
        String instance = start();
        Participant only = consenting("Примеров");
        complete(Role.CURATOR, OPEN, done("way", "people"));

        withdraw(only);

        assertThat(task(CLOSE)).isNotNull();
        complete(Role.CURATOR, CLOSE, NOT_HELD);
        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, WITHOUT);
    }

    /** Nobody has consented yet: it runs, and who consents later is asked; the term ends it with nobody. */
    @Test
    void nobodyToAsk() {
        String instance = start();
        enter(ParticipantRole.MENTEE, "Безбумагин", 12, ParticipantCategory.PUPIL);
        complete(Role.CURATOR, OPEN, done("way", "people"));
        school.runJobs();
        assertThat(step(OPEN).figure("invited")).contains(0);
        assertThat(task(CLOSE)).isNotNull();

        complete(Role.CURATOR, CLOSE, done("answered", 5));

        assertThat(step(CLOSE).figure("answered")).contains(0);
        assertEndedAt(instance, END);
    }

    /** Whatever ends the block from outside shuts the pages with it. */
    @Test
    void whatIsCancelledAsksNobodyAnyMore() {
        String instance = start();
        Participant only = consenting("Примеров");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        Long campaign = campaign();

        runtime.deleteProcessInstance(instance, "cancelled");

        assertThat(school.as(Role.CURATOR, () -> campaigns.get(Long.valueOf(key), campaign))
                        .isOpen())
                .isFalse();
        assertThatThrownBy(() -> answer(campaign, only)).isInstanceOf(ConflictException.class);
    }

    private void withdraw(Participant participant) {
        school.as(
                Role.CURATOR,
                () -> consents.of(participant.person().id()).stream()
                        .map(consent -> consents.withdraw(consent.id(), null))
                        .toList());
        school.runJobs();
    }

    @Test
    void whoCallsItOffClosesThePages() {
        String instance = start();
        Participant only = consenting("Примеров");
        complete(Role.CURATOR, OPEN, done("way", "people"));
        Long campaign = campaign();

        assertCloses(instance, Role.CURATOR, CLOSE, NOT_HELD, WITHOUT);

        assertThatThrownBy(() -> answer(campaign, only)).isInstanceOf(ConflictException.class);
    }

    private Participant consenting(String lastName) {
        return consent(enter(ParticipantRole.MENTEE, lastName, 12, ParticipantCategory.PUPIL));
    }

    private Participant consent(Participant participant) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        participant.id(),
                        ConsentKind.PROCESSING,
                        day(TODAY),
                        Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        return participant;
    }

    private Long campaign() {
        return school.as(
                Role.CURATOR,
                () -> campaigns.list(Long.valueOf(key)).get(0).campaign().id());
    }

    private void answer(Long campaign, Participant participant) {
        school.as(Role.CURATOR, () -> {
            Long invitation = campaigns.asked(Long.valueOf(key), campaign).stream()
                    .filter(asked -> asked.participant().id().equals(participant.id()))
                    .findFirst()
                    .orElseThrow()
                    .invitation()
                    .id();
            return answers.enter(Long.valueOf(key), invitation, 0, Channel.STAFF, Map.of("wish", List.of("yes")));
        });
    }

    @ParameterizedTest
    @MethodSource("closings")
    void neverOpened(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, OPEN, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void openedButNotFinished(Map<String, Object> closing) {
        String instance = start();
        complete(Role.CURATOR, OPEN, opened());

        assertCloses(instance, Role.CURATOR, CLOSE, closing, WITHOUT);
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("questionnaire-campaign", Map.of("questionnaire", "mentees"));
    }

    @Test
    void goesOnInsideAnotherBlock() {
        outcomeBefore();

        startBlock("questionnaire-campaign", "curator", Map.of("questionnaire", "interim", "closed", "false"));

        assertThat(openTasks()).containsExactly(OPEN);
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "много", "1.5", "12345678"})
    void aFigureIsAWholeNumber(String figure) {
        start();

        refuses("step.figure", Role.CURATOR, OPEN, done("invited", figure));
    }

    @Test
    void aStepSaysHowManyAndWhen() {
        start();

        refuses("step.missing", Role.CURATOR, OPEN, done());
        refuses("activity.date", Role.CURATOR, OPEN, without("date", opened()));
        refuses("activity.date-future", Role.CURATOR, OPEN, done("invited", 3, "date", "2025-08-21"));
        refuses("activity.reason", Role.CURATOR, OPEN, Map.of("outcome", "not-held"));
        refuses("activity.number", Role.CURATOR, OPEN, without("number", EARLIER));
        refuses("task.field", Role.CURATOR, OPEN, done("invited", 3, "questionnaire", "mentors"));
        assertThat(steps.of(Long.valueOf(key))).isEmpty();
    }

    /** Of three people one is a pupil whose parents have not consented: two can be measured, not three. */
    @Test
    void aMinorIsNotAssessedWithoutTheConsentToHelp() {
        startBlock("questionnaire-campaign", "psychologist,curator", Map.of("questionnaire", "entry-assessment"));
        Participant consented = enter(ParticipantRole.MENTEE, "Примеров", 12, ParticipantCategory.PUPIL);
        sign(consented);
        Participant hindered = enter(ParticipantRole.MENTEE, "Образцов", 12, ParticipantCategory.PUPIL);
        enter(ParticipantRole.MENTOR, "Взрослов", 40, ParticipantCategory.TEACHER);
        refuses("assessment.no-consent", Role.PSYCHOLOGIST, OPEN, done("invited", 3));
        assertThat(steps.of(Long.valueOf(key))).isEmpty();
        sign(hindered);
        school.as(
                Role.CURATOR,
                () -> consents.of(hindered.person().id()).stream()
                        .map(consent -> consents.withdraw(consent.id(), null))
                        .toList());
        refuses("assessment.no-consent", Role.PSYCHOLOGIST, OPEN, done("invited", "3.0"));

        complete(Role.PSYCHOLOGIST, OPEN, done("invited", 2));

        assertThat(step(OPEN).figure("invited")).contains(2);
    }

    /** What is asked beside the assessments is no psychologist's work. */
    @Test
    void otherQuestionnairesNeedNoSuchConsent() {
        start();
        enter(ParticipantRole.MENTEE, "Образцов", 12, ParticipantCategory.PUPIL);

        complete(Role.PSYCHOLOGIST, OPEN, opened());

        assertThat(step(OPEN).figure("invited")).contains(30);
    }

    private Participant enter(ParticipantRole role, String lastName, int age, ParticipantCategory category) {
        PersonDetails person =
                PersonDetails.named(lastName, "Пример", null, day(TODAY).minusYears(age));
        return school.as(
                Role.CURATOR,
                () -> registers.enter(Long.valueOf(key), role, person, ParticipantDetails.of(role, category, null)));
    }

    private void sign(Participant pupil) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        pupil.id(), ConsentKind.PSYCHOLOGICAL_HELP, day(TODAY), Set.of(Signer.REPRESENTATIVE)));
    }

    private String start() {
        return startBlock("questionnaire-campaign", "psychologist,curator", Map.of("questionnaire", "mentees"));
    }

    private static Map<String, Object> opened() {
        return done("invited", 30);
    }
}
