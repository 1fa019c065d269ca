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

    int mentees() {
        return rowStart.length - 1;
    }

    int pairs() {
        return mentor.length;
    }

    int degree(int mentee) {
        return rowStart[mentee + 1] - rowStart[mentee];
    }

    /** The pair of these two, or {@link #NONE} where it is not allowed. */
    int find(int mentee, int mentorWanted) {
        int pair = Arrays.binarySearch(mentor, rowStart[mentee], rowStart[mentee + 1], mentorWanted);
        return pair < 0 ? NONE : pair;
    }
}
