package org.mentoringroadmap.matching;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What came of one run; without names.
 *
 * @param number number within the programme, from 1
 * @param matched how many mentees have a mentor proposed
 * @param unmatched how many are left without one
 * @param total exact sum of the scores of the proposed pairs
 * @param optimal whether it was proven that no other pairs give more mentees a mentor or, for as many, a higher total
 * @param blockingPairs how many pairs would both rather have each other than what they got
 * @param policyVersion rules and weights that it was made by
 * @param by login of whoever started it
 * @param changedMeanwhile whether people, pairs, decisions or rules have changed while it was computed
 * @param thinned whether who was proposed to whom is kept no longer: the run was outdated when another one was made
 */
public record RunSummary(
        Long id,
        int number,
        Long programmeId,
        RunState state,
        int matched,
        int unmatched,
        BigDecimal total,
        boolean optimal,
        int blockingPairs,
        String policyVersion,
        LocalDateTime at,
        String by,
        RunRequest scope,
        boolean changedMeanwhile,
        boolean thinned) {

    /** Whether nobody of its scope waited for a mentor: there was nothing to compare. */
    public boolean nobodyWaited() {
        return matched + unmatched == 0;
    }
}
