package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.Covers;

/** Stage 3: who is ready to help. */
@Covers("target-model-3-mentors")
class TargetModelMentorsProcessTest extends StageProcessTestCase {
    TargetModelMentorsProcessTest() {
        super("target-model-3-mentors", "End_Mentors", "000-3.1.1", "000-3.1.2", "000-3.1.3", "000-3.2.1", "000-3.2.2");
    }

    @Test
    void theRegistersWaitForQuestionnairesAndConsentsButNotForTheMeeting() {
        startStage();

        assertThat(openItems()).containsExactly("000-3.1.1", "000-3.1.2", "000-3.1.3");
        close("000-3.1.1");
        assertThat(openItems()).containsExactly("000-3.1.2", "000-3.1.3");
        close("000-3.1.2");
        assertThat(openItems()).containsExactly("000-3.1.3", "000-3.2.1", "000-3.2.2");
    }
}
