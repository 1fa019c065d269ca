package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.support.Covers;

@Covers("register-formation")
class RegisterFormationProcessTest extends BlockTestCase {
    private static final String TASK = "Task_FormRegister";

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
    void byARobot() {
        assertARobotGetsThrough(start(), "End_RegisterFormed");
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
}
