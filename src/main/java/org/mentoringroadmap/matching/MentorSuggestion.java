package org.mentoringroadmap.matching;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * A mentor for a mentee who waits for one; ids and texts, no names.
 *
 * @param menteeId participant
 * @param mentorId participant
 * @param score 0 to 1
 * @param form form of mentoring in which they fit together; empty where none of the seven is meant
 * @param reasons why they fit together
 * @param policyVersion rules and weights that it was made by
 */
public record MentorSuggestion(
        Long menteeId,
        Long mentorId,
        double score,
        Optional<MentoringForm> form,
        List<Reason> reasons,
        String policyVersion) {}
