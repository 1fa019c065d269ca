package org.mentoringroadmap.register;

import java.time.LocalDateTime;
import java.util.List;

/** What was answered by a participant, or about one, in questionnaires; implemented by the feature that asks. */
public interface AnswersGiven {
    /** A question as it was asked, and what was answered. */
    record Line(String question, List<String> answers) {}

    /**
     * A questionnaire.
     *
     * @param at when it was answered; null where it was not
     */
    record Given(LocalDateTime at, String title, List<Line> lines) {}

    /** All of it, the earliest first. */
    List<Given> of(Long participantId);
}
