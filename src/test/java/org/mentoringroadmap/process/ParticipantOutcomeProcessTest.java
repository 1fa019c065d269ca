package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
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

@Covers("participant-outcome")
class ParticipantOutcomeProcessTest extends BlockTestCase {
    private static final String TASK = "Task_EnterOutcomes";

    @Autowired
    private Registers registers;

    @Test
    void countsWhatStandsInTheRegisters() {
        String instance = start();
        enter("Первый", null);
        enter("Второй", ParticipantStatus.LEFT);

        complete(Role.CURATOR, TASK, done());

        assertThat(step(TASK).figure("finished")).contains(0);
        assertThat(step(TASK).figure("left")).contains(1);
        assertThat(step(TASK).figure("continuing")).contains(1);
        assertThat(step(TASK).figure("withoutResult")).contains(0);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_ParticipantOutcome");
    }

    @Test
    void whatWasTypedOfARegisterOnPaperStays() {
        start();

        complete(Role.CURATOR, TASK, done("finished", 12, "left", 2));

        assertThat(step(TASK).figures()).isEqualTo(Map.of("finished", 12, "left", 2));
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closed(Map<String, Object> closing) {
        assertCloses(
                start(),
                Role.CURATOR,
                TASK,
                closing,
                closing == NOT_HELD ? "End_ClosedWithoutResult" : "End_ParticipantOutcome");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("participant-outcome", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_ParticipantOutcome");
    }

    private String start() {
        return startBlock("participant-outcome", "curator", Map.of());
    }

    private void enter(String name, ParticipantStatus status) {
        school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    Long.valueOf(key),
                    ParticipantRole.MENTEE,
                    PersonDetails.named("Примеров", name, null, null),
                    ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null));
            if (status != null) {
                registers.changeStatus(entered.id(), status, "Так решили");
            }
            return null;
        });
    }
}
