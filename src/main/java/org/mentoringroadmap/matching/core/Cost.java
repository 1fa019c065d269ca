package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;

/**
 * Scores as whole numbers, so that optimality is a statement about integers and needs no tolerance. A pair costs
 * {@code (1 - score) * 10^9}; scores finer than nine decimals are rounded to nine.
 *
 * <p>Leaving a mentee without a mentor costs {@link #UNMATCHED}. One mentee more or less can change the costs of at most
 * every matched pair, that is less than {@link #MAX_MENTEES} × 10^9 &lt; {@link #UNMATCHED} / 4; therefore the least
 * cost has the most pairs. The constant is the same for every problem, so prices stay valid when mentees come. Sums over
 * unmatched mentees would overflow and are never taken: count and cost are kept apart.
 */
final class Cost {
    /** Cost of score 0. */
    static final int WORST = 1_000_000_000;

    /** Cost of the private column «without a mentor». */
    static final long UNMATCHED = 1L << 52;

    /** More mentees in one problem would let costs reach {@link #UNMATCHED}. */
    static final int MAX_MENTEES = 1 << 20;

    private static final int DECIMALS = 9;

    private Cost() {}

    static int of(double score) {
        return (int) Math.round((1 - score) * WORST);
    }

    static double score(int cost) {
        return (double) (WORST - cost) / WORST;
    }

    /** A sum of scores from a sum of {@code 10^9}ths. */
    static BigDecimal exact(long billionths) {
        return BigDecimal.valueOf(billionths, DECIMALS);
    }
}
