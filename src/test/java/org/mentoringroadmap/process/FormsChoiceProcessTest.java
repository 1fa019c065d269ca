package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("forms-choice")
class FormsChoiceProcessTest extends BlockTestCase {
    private static final String TASK = "Task_ChooseForms";

    @Autowired
    private FormsChoice choice;

    @Test
    void chosen() {
        String instance = start();

        complete(Role.DEPUTY, TASK, done("mentoringForms", forms("[\"pupil-pupil\",\"teacher-teacher\"]")));

        assertThat(choice.of(Long.valueOf(key)))
                .containsExactlyInAnyOrder(MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_TEACHER);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_FormsChosen");
    }

    @Test
    void chosenTwiceInAYear() {
        start();
        complete(Role.DEPUTY, TASK, done("mentoringForms", forms("[\"pupil-pupil\",\"teacher-teacher\"]")));

        startBlock("forms-choice", "curator", Map.of("roadmapItem", "000-2.1.5"));
        complete(Role.CURATOR, TASK, done("mentoringForms", forms("[\"teacher-pupil\"]")));

        assertThat(choice.of(Long.valueOf(key))).containsExactly(MentoringForm.TEACHER_PUPIL);
        assertOutcome(ITEM, Outcome.DONE);
        assertOutcome("000-2.1.5", Outcome.DONE);
    }

    @Test
    void chosenEarlier() {
        String instance = start();
        Map<String, Object> earlier = new HashMap<>(EARLIER);
        earlier.put("mentoringForms", forms("[\"pupil-pupil\"]"));

        complete(Role.DEPUTY, TASK, earlier);

        assertThat(choice.of(Long.valueOf(key))).containsExactly(MentoringForm.PUPIL_PUPIL);
        assertOutcome(ITEM, Outcome.EARLIER);
        assertEndedAt(instance, "End_FormsChosen");
    }

    @Test
    void notChosen() {
        String instance = start();

        complete(Role.DEPUTY, TASK, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("forms-choice", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_FormsChosen");
    }

    @Test
    void atLeastOneForm() {
        start();

        refuses("mentoring-form.none", Role.DEPUTY, TASK, done());
    }

    private String start() {
        return startBlock("forms-choice", "deputy,curator", Map.of());
    }

    private static Object forms(String json) {
        return SpinValues.jsonValue(json).create();
    }
}
