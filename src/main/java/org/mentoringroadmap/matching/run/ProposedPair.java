package org.mentoringroadmap.matching.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.Weakness;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * A mentee and the mentor who is proposed.
 *
 * @param mentee with the person
 * @param mentor with the person
 * @param form form of mentoring in which they fit together; empty where none of the seven is meant
 * @param score 0 to 1
 * @param reasons why they fit together, the weightiest first
 * @param lossIfOther by how much the total of all pairs would fall, had the mentee the next best mentor; empty where there
 *     is no other
 * @param leftIfOther how many mentees more would then be left without a mentor
 * @param locked whether the curator has decided it beforehand
 * @param earlier whether the two have worked together before
 */
public record ProposedPair(
        Participant mentee,
        Participant mentor,
        Optional<MentoringForm> form,
        double score,
        List<Reason> reasons,
        Optional<BigDecimal> lossIfOther,
        int leftIfOther,
        boolean locked,
        boolean earlier) {

    /** Why it is weak, see {@link Weakness}; empty for a pair that is not. */
    public List<Reason> weakness() {
        return Weakness.of(score, reasons);
    }

    /** Whether there is anything in {@link #weakness}. */
    public boolean isWeak() {
        return !weakness().isEmpty();
    }
}
