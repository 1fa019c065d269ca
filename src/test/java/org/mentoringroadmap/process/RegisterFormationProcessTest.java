package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.register.RegisterTasks;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Covers("register-formation")
class RegisterFormationProcessTest extends BlockTestCase {
    private static final String TASK = "Task_FormRegister";

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private RegisterTasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void formed() {
        String instance = start();

        complete(Role.CURATOR, TASK, done("included", 12, "withoutConsent", 15));

        assertThat(step(TASK).figure("included")).contains(12);
        assertThat(step(TASK).figure("withoutConsent")).contains(15);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_RegisterFormed");
    }

    @Test
    void formedEarlier() {
        assertCloses(start(), Role.CURATOR, TASK, EARLIER, "End_RegisterFormed");
    }

    @Test
    void empty() {
        assertCloses(start(), Role.CURATOR, TASK, NOT_HELD, "End_RegisterEmpty");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("register-formation", kind());
    }

    @Test
    void endsByItselfWhenNobodyIsMissing() {
        Participant first = enter("Первый", ParticipantCategory.PUPIL);
        Participant second = enter("Второй", ParticipantCategory.PUPIL);
        enter("Третий", ParticipantCategory.TEACHER);
        String instance = start();

        consent(first);
        assertThat(openTasks()).containsExactly(TASK);
        consent(second);

        assertThat(openTasks()).isEmpty();
        assertThat(step(TASK).figures()).isEqualTo(Map.of("included", 2, "withoutConsent", 0));
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_RegisterFormed");
        assertThat(statuses(first)).containsExactly(ParticipantStatus.PROPOSED, ParticipantStatus.REGISTERED);
    }

    /** A consent that is committed with the task has seen no task, and the task has not seen the consent. */
    @Test
    void isLookedAtOnceMoreWhenTheTaskIsThere() {
        Participant only = enter("Первый", ParticipantCategory.PUPIL);
        consent(only);
        consentValidUntil(only, LocalDate.now(clock).minusDays(1));
        startBlockOnly("register-formation", "curator", kind());
        while (openTasks().isEmpty()) {
            runOnlyProcesses();
        }

        consentValidUntil(only, SchoolYear.around(LocalDate.now(clock)).lastDay());
        school.runFollowUps();

        assertThat(openTasks()).isEmpty();
    }

    private void consentValidUntil(Participant participant, LocalDate day) {
        jdbc.sql("update consent set signed_on = ?, valid_until = ? where person_id = ?")
                .params(day.minusYears(1), day, participant.person().id())
                .update();
    }

    private void runOnlyProcesses() {
        management
                .createJobQuery()
                .tenantIdIn(school.id())
                .processDefinitionKey("register-formation")
                .executable()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    @Test
    void asksNobodyWhereNobodyIsMissingAlready() {
        consent(enter("Первый", ParticipantCategory.PUPIL));

        String instance = start();

        assertThat(openTasks()).isEmpty();
        assertThat(step(TASK).figure("included")).contains(1);
        assertEndedAt(instance, "End_RegisterFormed");
    }

    @Test
    void whoHasLeftIsWaitedForNoLonger() {
        consent(enter("Первый", ParticipantCategory.PUPIL));
        Participant second = enter("Второй", ParticipantCategory.PUPIL);
        String instance = start();
        assertThat(openTasks()).containsExactly(TASK);

        run(() -> registers.changeStatus(second.id(), ParticipantStatus.LEFT, "Отказ"));

        assertEndedAt(instance, "End_RegisterFormed");
    }

    @Test
    void waitsWhilePeopleAreStillEntered() {
        Participant first = enter("Первый", ParticipantCategory.PUPIL);
        start();
        run(() -> tasks.hold(Long.valueOf(key), ITEM, true));
        run(() -> tasks.hold(Long.valueOf(key), ITEM, true));
        consent(first);
        assertThat(openTasks()).containsExactly(TASK);

        run(() -> tasks.hold(Long.valueOf(key), ITEM, false));

        assertThat(openTasks()).isEmpty();
    }

    @Test
    void endedByHandItCountsWhoIsMissing() {
        Participant first = enter("Первый", ParticipantCategory.PUPIL);
        Participant second = enter("Второй", ParticipantCategory.PUPIL);
        consent(first);
        start();

        complete(Role.CURATOR, TASK, done("included", ""));

        assertThat(step(TASK).figures()).isEqualTo(Map.of("included", 1, "withoutConsent", 1));
        assertThat(statuses(second)).containsExactly(ParticipantStatus.PROPOSED);
    }

    @Test
    void figuresOnPaperAreTakenAsTyped() {
        enter("Первый", ParticipantCategory.PUPIL);
        start();

        complete(Role.CURATOR, TASK, done("included", 30));

        assertThat(step(TASK).figures()).isEqualTo(Map.of("included", 30));
    }

    @Test
    void aRegisterInWhichNobodyHasConsentedIsNone() {
        enter("Первый", ParticipantCategory.PUPIL);
        start();

        refuses("step.at-least-number", Role.CURATOR, TASK, done());
    }

    @Test
    void aRegisterWithoutPeopleIsNone() {
        start();

        refuses("step.at-least-number", Role.CURATOR, TASK, done("included", 0));
        refuses("step.missing", Role.CURATOR, TASK, done("withoutConsent", 1));
    }

    private String start() {
        return startBlock("register-formation", "curator", kind());
    }

    private static Map<String, String> kind() {
        return Map.of("participantRole", "mentee", "participantCategory", "pupil");
    }

    private Participant enter(String name, ParticipantCategory category) {
        if (key == null) {
            key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        }
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        Long.valueOf(key),
                        ParticipantRole.MENTEE,
                        PersonDetails.named(name, "Пример", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, category, null)));
    }

    private void consent(Participant participant) {
        run(() -> consents.register(
                participant.id(),
                ConsentKind.PROCESSING,
                LocalDate.now(clock),
                Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        school.runJobs();
    }

    private List<ParticipantStatus> statuses(Participant participant) {
        return school.as(Role.CURATOR, () -> registers.story(participant.id())).stream()
                .map(StatusChange::status)
                .toList();
    }

    private void run(Runnable work) {
        school.as(Role.CURATOR, () -> {
            work.run();
            return null;
        });
        school.runJobs();
    }
}
