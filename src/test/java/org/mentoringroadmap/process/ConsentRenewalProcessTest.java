package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRenewals;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("consent-renewal")
class ConsentRenewalProcessTest extends ProcessTestCase {
    private static final String RENEW = "Task_RenewConsents";

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentRenewals renewals;

    @Autowired
    private Reminders reminders;

    @Autowired
    private MentorshipProcess mentorships;

    @BeforeEach
    void programme() {
        key = programmes.open(school.id(), YEAR, "target-model").id().toString();
    }

    @Test
    void oneTaskForAllEndsWhenNobodyIsMissing() {
        Participant fourteen = signed("Четырнадцатов", LocalDate.of(2011, 9, 10), Signer.REPRESENTATIVE);
        Participant eighteen = signed("Совершеннолетов", LocalDate.of(2007, 9, 15), Signer.REPRESENTATIVE, Signer.SELF);
        Participant later = signed("Позднев", LocalDate.of(2011, 9, 25), Signer.REPRESENTATIVE);
        signed("Младшев", LocalDate.of(2015, 9, 10), Signer.REPRESENTATIVE);
        signed("Двоев", LocalDate.of(2011, 9, 10), Signer.REPRESENTATIVE, Signer.SELF);
        enter("Бессогласов", LocalDate.of(2011, 9, 10));

        sweep();
        assertThat(openTasks()).containsExactly(RENEW);
        assertThat(groups(task(RENEW))).containsExactly("curator");
        assertThat(task(RENEW).getName()).doesNotContain("Четырнадцатов");
        assertThat(clock.instant().plusSeconds(36L * 24 * 3600))
                .isAfter(task(RENEW).getDueDate().toInstant());
        assertThat(missing()).containsExactly("Четырнадцатов Пример", "Совершеннолетов Пример");
        sweep();
        assertThat(openTasks()).as("once for all").containsExactly(RENEW);

        moveTo(LocalDateTime.of(2025, 9, 16, 7, 0));
        sweep();
        assertThat(openTasks()).containsExactly(RENEW);
        assertThat(missing()).hasSize(3);
        assertThat(consents.of(fourteen.person().id()))
                .as("the pair goes on")
                .allMatch(consent -> consent.state(LocalDate.of(2025, 9, 16)) == Consent.State.VALID);
        sign(fourteen, Signer.SELF, Signer.REPRESENTATIVE);
        sign(eighteen, Signer.SELF);
        assertThat(missing()).containsExactly("Позднев Пример");
        assertThat(openTasks()).containsExactly(RENEW);
        String instance = task(RENEW).getProcessInstanceId();
        sign(later, Signer.SELF, Signer.REPRESENTATIVE);
        school.runJobs();

        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, "End_Renewed");
        sweep();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void theCuratorMayEndItAndIsNotAskedAgain() {
        Participant fourteen = signed("Четырнадцатов", LocalDate.of(2011, 9, 10), Signer.REPRESENTATIVE);
        sweep();
        String instance = task(RENEW).getProcessInstanceId();

        complete(Role.CURATOR, RENEW, Map.of());

        assertEndedAt(instance, "End_Renewed");
        sweep();
        assertThat(openTasks()).isEmpty();
        assertThat(missing()).containsExactly("Четырнадцатов Пример");
        assertThat(consents.of(fourteen.person().id()))
                .allMatch(consent -> consent.withdrawnOn().isEmpty());
    }

    @Test
    void theEndOfTheProgrammeEndsIt() {
        signed("Четырнадцатов", LocalDate.of(2011, 9, 10), Signer.REPRESENTATIVE);
        sweep();
        String instance = task(RENEW).getProcessInstanceId();

        mentorships.programmeClosed(Long.valueOf(key));
        school.runJobs();

        assertEndedAt(instance, "End_Closed");
    }

    @Test
    void aMessageForAnotherProgrammeIsRefused() {
        refusesToStartForAnotherSchool("ConsentRenewalDue");
        signed("Четырнадцатов", LocalDate.of(2011, 9, 10), Signer.REPRESENTATIVE);
        sweep();
    }

    private void sweep() {
        school.as(null, null, () -> reminders.sweep(Long.valueOf(key)));
        school.runJobs();
    }

    private List<String> missing() {
        return school.as(Role.CURATOR, () -> renewals.of(Long.valueOf(key))).stream()
                .filter(renewal -> !renewal.done())
                .map(renewal -> renewal.row().participant().person().fullName())
                .toList();
    }

    private Participant signed(String lastName, LocalDate born, Signer... signers) {
        Participant participant = enter(lastName, born);
        sign(participant, signers);
        return participant;
    }

    private void sign(Participant participant, Signer... signers) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        participant.id(), ConsentKind.PROCESSING, LocalDate.now(clock), Set.of(signers)));
    }

    private Participant enter(String lastName, LocalDate born) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        Long.valueOf(key),
                        ParticipantRole.MENTEE,
                        PersonDetails.named(lastName, "Пример", null, born),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }
}
