package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;

/**
 * How much worse the whole becomes.
 *
 * @param matched how many mentees fewer have a mentor
 * @param total by how much the sum of scores falls; may be negative where fewer are matched
 */
public record Loss(int matched, BigDecimal total) implements Comparable<Loss> {
    /** @param cost difference of two costs, with {@link Cost#UNMATCHED} for each mentee without a mentor */
    static Loss of(long cost) {
        long matched = Math.floorDiv(cost + Cost.UNMATCHED / 2, Cost.UNMATCHED);
        long billionths = cost - matched * Cost.UNMATCHED + matched * Cost.WORST;
        return new Loss((int) matched, Cost.exact(billionths));
    }

    @Override
    public int compareTo(Loss other) {
        return matched == other.matched ? total.compareTo(other.total) : Integer.compare(matched, other.matched);
    }
}
