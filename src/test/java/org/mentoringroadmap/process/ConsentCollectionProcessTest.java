package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("consent-collection")
class ConsentCollectionProcessTest extends BlockTestCase {
    private static final String TASK = "Task_CollectConsents";

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @ParameterizedTest
    @ValueSource(strings = {"adult", "representative", "mentor"})
    void collected(String kind) {
        String instance = start(kind);
        assertThat(documents())
                .extracting(form -> form.type().id())
                .filteredOn(type ->
                        List.of("consent-adult", "consent-representative").contains(type))
                .as("a paper for each kind of people")
                .containsExactlyInAnyOrderElementsOf(
                        switch (kind) {
                            case "adult" -> List.of("consent-adult");
                            case "representative" -> List.of("consent-adult", "consent-representative");
                            default -> List.of("consent-adult", "consent-adult", "consent-representative");
                        });

        complete(Role.CURATOR, TASK, done("needed", 20, "received", 18, "refused", 1));

        assertThat(step(TASK).figure("needed")).contains(20);
        assertThat(step(TASK).figure("received")).contains(18);
        assertThat(step(TASK).figure("refused")).contains(1);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_ConsentsCollected");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void notCollected(Map<String, Object> closing) {
        assertCloses(start("adult"), Role.CURATOR, TASK, closing, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("consent-collection", Map.of("consentKind", "adult"));
    }

    @Test
    void endsByItselfWhenEverybodyOfItsKindHasSigned() {
        key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        Participant adult = enter(
                ParticipantRole.MENTEE,
                ParticipantCategory.PUPIL,
                LocalDate.now(clock).minusYears(18));
        Participant minor = enter(
                ParticipantRole.MENTEE,
                ParticipantCategory.PUPIL,
                LocalDate.now(clock).minusYears(18).plusDays(1));
        Participant refusing = enter(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null);
        enter(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null);
        String adults = start("adult");
        String minors = start("representative");
        start("mentor");

        consent(adult);
        assertEndedAt(adults, "End_ConsentsCollected");
        consent(minor);
        assertThat(openTasks()).hasSize(2);
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(refusing.id(), ParticipantStatus.LEFT, "Отказ");
            return null;
        });
        school.runJobs();

        assertEndedAt(minors, "End_ConsentsCollected");
        assertThat(openTasks()).containsExactly(TASK);
        assertThat(steps.ofInstance(adults).get(0).figures())
                .isEqualTo(Map.of("needed", 1, "received", 1, "refused", 0));
        assertThat(steps.ofInstance(minors).get(0).figures())
                .isEqualTo(Map.of("needed", 2, "received", 1, "refused", 1));
    }

    private Participant enter(ParticipantRole role, ParticipantCategory category, LocalDate born) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        Long.valueOf(key),
                        role,
                        PersonDetails.named("Образцов", "Пример", null, born),
                        ParticipantDetails.of(role, category, null)));
    }

    private void consent(Participant participant) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        participant.id(),
                        ConsentKind.PROCESSING,
                        LocalDate.now(clock),
                        Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        school.runJobs();
    }

    @Test
    void nobodyRefused() {
        start("adult");

        complete(Role.CURATOR, TASK, done("needed", 3, "received", 3));

        assertThat(step(TASK).figure("refused")).isEmpty();
    }

    @Test
    void notMoreThanNeeded() {
        start("adult");

        refuses("step.at-most", Role.CURATOR, TASK, done("needed", 3, "received", 4));
        refuses("step.missing", Role.CURATOR, TASK, done("needed", 3));
    }

    private String start(String kind) {
        return startBlock("consent-collection", "curator", Map.of("consentKind", kind));
    }
}
