package org.mentoringroadmap.matching.policy;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Marks on few pairs of many: a bit for each mentor in the rows of those mentees that have any. */
final class PairTable {
    private final BitSet[] rows;

    PairTable(int mentees) {
        rows = new BitSet[mentees];
    }

    void mark(int mentee, int mentor) {
        if (rows[mentee] == null) {
            rows[mentee] = new BitSet();
        }
        rows[mentee].set(mentor);
    }

    void forEach(int mentee, IntConsumer mentor) {
        if (rows[mentee] != null) {
            rows[mentee].stream().forEach(mentor);
        }
    }

    boolean has(int mentee, int mentor) {
        return rows[mentee] != null && rows[mentee].get(mentor);
    }
}
