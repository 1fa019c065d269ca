package org.mentoringroadmap.matching.run;

import java.math.BigDecimal;
import java.util.List;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.Weakness;

/**
 * What pairing these two by hand would cost the whole, everybody else matched anew as well as possible; as of now.
 *
 * @param possible whether no hard rule forbids it and no lock stands in the way
 * @param left how many mentees more would be left without a mentor
 * @param total by how much the total falls; 0 where nothing is lost
 * @param score score of the two, 0 to 1; 0 where it is not possible
 * @param reasons what speaks for the two, or the hard rules that forbid it
 */
public record HandPairCost(boolean possible, int left, BigDecimal total, double score, List<Reason> reasons) {
    /** Why the two would be a weak pair; empty where they would not, or cannot be one. */
    public List<Reason> weakness() {
        return possible ? Weakness.of(score, reasons) : List.of();
    }
}
