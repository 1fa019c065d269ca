package org.mentoringroadmap.matching;

import java.util.List;

/**
 * A mentor for a mentee who waits for one; ids and texts, no names.
 *
 * @param menteeId participant
 * @param mentorId participant
 * @param score 0 to 1
 * @param reasons why they fit together
 * @param policyVersion rules and weights that it was made by
 */
public record Suggestion(Long menteeId, Long mentorId, double score, List<Reason> reasons, String policyVersion) {}
