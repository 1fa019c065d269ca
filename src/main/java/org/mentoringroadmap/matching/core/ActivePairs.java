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
        Shortlist list = new Shortlist(limit, most);
        int middle = all.middle(mentee);
        list.look(all, price, middle, all.rowStart()[mentee + 1]);
        list.look(all, price, all.rowStart()[mentee], middle);
        if (list.size() > 0) {
            int[] row = Arrays.copyOf(chosen[mentee], chosen[mentee].length + list.size());
            list.copyTo(row, chosen[mentee].length);
            Arrays.sort(row);
            chosen[mentee] = row;
        }
        return list.size();
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
