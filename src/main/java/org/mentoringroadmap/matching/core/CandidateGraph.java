package org.mentoringroadmap.matching.core;

import java.util.Arrays;

/**
 * The allowed pairs as compressed sparse rows: the pairs of mentee {@code i} are {@code rowStart[i] .. rowStart[i + 1] -
 * 1}, ascending by mentor. The arrays are never written after construction.
 *
 * @param rowStart one entry per mentee and one more
 * @param mentor mentor of each pair
 * @param cost cost of each pair, 0 to {@link Cost#WORST}
 */
record CandidateGraph(int[] rowStart, int[] mentor, int[] cost) {
    static final int NONE = -1;

    /** 2^32 divided by the golden ratio: neighbours come far apart (Knuth's multiplicative hashing). */
    private static final int SCATTER = 0x9E3779B1;

    int mentees() {
        return rowStart.length - 1;
    }

    int pairs() {
        return mentor.length;
    }

    int degree(int mentee) {
        return rowStart[mentee + 1] - rowStart[mentee];
    }

    /**
     * Where to begin in the mentee's row so that mentees who like several mentors equally do not all look at the same one
     * first. Any pair of the row, a different one for each mentee.
     */
    int middle(int mentee) {
        int degree = degree(mentee);
        return rowStart[mentee] + (degree == 0 ? 0 : Integer.remainderUnsigned(mentee * SCATTER, degree));
    }

    /** The pair of these two, or {@link #NONE} where it is not allowed. */
    int find(int mentee, int mentorWanted) {
        int pair = Arrays.binarySearch(mentor, rowStart[mentee], rowStart[mentee + 1], mentorWanted);
        return pair < 0 ? NONE : pair;
    }
}
