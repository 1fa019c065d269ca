package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
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

    @ParameterizedTest
    @CsvSource({"finished, FINISHED", "continue, CONTINUES", "leave, PROPOSED", ", PROPOSED"})
    void theOthersComeToStandWhereItIsSaid(String answer, ParticipantStatus status) {
        String instance = start();
        Long open = enter("Первый", null);
        Long left = enter("Второй", ParticipantStatus.LEFT);
        Long goesOn = enter("Третий", ParticipantStatus.CONTINUES);

        complete(Role.CURATOR, TASK, answer == null ? done() : done("others", answer));

        assertThat(status(open)).isEqualTo(status);
        assertThat(status(left)).isEqualTo(ParticipantStatus.LEFT);
        assertThat(status(goesOn)).isEqualTo(ParticipantStatus.CONTINUES);
        assertThat(step(TASK).figure("finished")).contains(status == ParticipantStatus.FINISHED ? 1 : 0);
        assertThat(step(TASK).figure("continuing")).contains(status == ParticipantStatus.FINISHED ? 1 : 2);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("others")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void whoClosesItMovesNobody(Map<String, Object> closing) {
        start();
        Long open = enter("Первый", null);

        complete(Role.CURATOR, TASK, with(closing, "others", "finished"));

        assertThat(status(open)).isEqualTo(ParticipantStatus.PROPOSED);
    }

    @Test
    void whoGoesOnIsTakenOverByTheNextYearOnce() {
        start();
        enter("Первый", ParticipantStatus.CONTINUES);
        enter("Второй", ParticipantStatus.FINISHED);
        Programme next = programmes.open(school.id(), SchoolYear.parse("2026-2027"), "target-model");

        school.as(Role.CURATOR, () -> {
            assertThat(registers.goingOn(next, ParticipantRole.MENTEE)).isEqualTo(1);
            assertThat(registers.goingOn(next, ParticipantRole.MENTOR)).isZero();
            assertThat(registers.takeOver(next.id(), ParticipantRole.MENTEE)).isEqualTo(1);
            assertThat(registers.takeOver(next.id(), ParticipantRole.MENTEE)).isZero();
            assertThat(registers
                            .find(next.id(), ParticipantFilter.of(ParticipantRole.MENTEE), 0, 10)
                            .getContent())
                    .extracting(participant -> participant.person().fullName() + " " + participant.status())
                    .containsExactly("Примеров Первый PROPOSED");
            return null;
        });
        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> registers.takeOver(next.id(), ParticipantRole.MENTEE)))
                .isInstanceOf(ForbiddenException.class);
    }

    private ParticipantStatus status(Long participant) {
        return school.as(Role.CURATOR, () -> registers.visible(participant).status());
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

    private Long enter(String name, ParticipantStatus status) {
        return school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    Long.valueOf(key),
                    ParticipantRole.MENTEE,
                    PersonDetails.named("Примеров", name, null, null),
                    ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null));
            if (status != null) {
                registers.changeStatus(entered.id(), status, "Так решили");
            }
            return entered.id();
        });
    }
}
