package org.mentoringroadmap.matching.core;

import java.util.Arrays;

/** A growing choice among the pairs of each mentee. */
final class ActivePairs {
    private static final int[] NO_PAIRS = {};

    private final CandidateGraph all;
    private final int[][] chosen;

    ActivePairs(CandidateGraph all) {
        this.all = all;
        chosen = new int[all.mentees()][];
        Arrays.fill(chosen, NO_PAIRS);
    }

    /**
     * Chooses the cheapest pairs (cost + price) of the mentee that cost less than the limit; pairs chosen before must not
     * be among them.
     *
     * @param most how many at most
     * @return how many
     */
    int joinCheapest(int mentee, long[] price, long limit, int most) {
        long[] cheapest = new long[most];
        int[] pairs = new int[most];
        int found = 0;
        long bound = limit;
        int end = all.rowStart()[mentee + 1];
        for (int pair = all.rowStart()[mentee]; pair < end; pair++) {
            long pays = all.cost()[pair] + price[all.mentor()[pair]];
            if (pays < bound) {
                int at = found < most ? found++ : most - 1;
                for (; at > 0 && cheapest[at - 1] > pays; at--) {
                    cheapest[at] = cheapest[at - 1];
                    pairs[at] = pairs[at - 1];
                }
                cheapest[at] = pays;
                pairs[at] = pair;
                bound = found < most ? limit : cheapest[most - 1];
            }
        }
        if (found > 0) {
            int[] row = Arrays.copyOf(chosen[mentee], chosen[mentee].length + found);
            System.arraycopy(pairs, 0, row, chosen[mentee].length, found);
            Arrays.sort(row);
            chosen[mentee] = row;
        }
        return found;
    }

    CandidateGraph graph() {
        int[] rowStart = new int[chosen.length + 1];
        for (int mentee = 0; mentee < chosen.length; mentee++) {
            rowStart[mentee + 1] = rowStart[mentee] + chosen[mentee].length;
        }
        int[] mentor = new int[rowStart[chosen.length]];
        int[] cost = new int[mentor.length];
        int at = 0;
        for (int[] row : chosen) {
            for (int pair : row) {
                mentor[at] = all.mentor()[pair];
                cost[at++] = all.cost()[pair];
            }
        }
        return new CandidateGraph(rowStart, mentor, cost);
    }
}
