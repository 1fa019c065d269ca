package org.mentoringroadmap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;
import static org.mentoringroadmap.programme.MentoringForm.PUPIL_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_PUPIL;
import static org.mentoringroadmap.programme.MentoringForm.TEACHER_TEACHER;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class FormsChoiceTest {
    private static final OutcomeInput DONE = new OutcomeInput(Outcome.DONE, null, null, null, null);

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private FormsChoice choice;

    @Autowired
    private ActivityOutcomes outcomes;

    private Programme programme;

    @BeforeEach
    void open() {
        programme = fixture.programme(fixture.school());
    }

    @Test
    void aNewChoiceReplacesTheOldOne() {
        choice.choose(programme.id(), ITEM, DONE, Set.of(TEACHER_PUPIL, PUPIL_PUPIL));
        choice.choose(programme.id(), ITEM, DONE, Set.of(PUPIL_PUPIL, TEACHER_TEACHER));

        assertThat(choice.of(programme.id())).containsExactly(PUPIL_PUPIL, TEACHER_TEACHER);
        assertThat(outcomes.find(programme.id(), ITEM))
                .hasValueSatisfying(record -> assertThat(record.date()).isPresent());
    }

    @Test
    void aChoiceThatIsNotMadeLeavesTheOneBefore() {
        choice.choose(programme.id(), ITEM, DONE, Set.of(PUPIL_PUPIL));
        choice.choose(
                programme.id(),
                ITEM,
                new OutcomeInput(Outcome.NOT_HELD, null, null, "решим в сентябре", null),
                Set.of());

        assertThat(choice.of(programme.id())).containsExactly(PUPIL_PUPIL);
    }

    @Test
    void aChoiceNamesAForm() {
        assertThatThrownBy(() -> choice.choose(programme.id(), ITEM, DONE, Set.of()))
                .hasMessageContaining("mentoring-form.none");
    }
}
