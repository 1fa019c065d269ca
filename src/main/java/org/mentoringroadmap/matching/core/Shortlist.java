package org.mentoringroadmap.matching.core;

/** The few pairs that cost least (cost + price), found in one pass; of equal ones those that were seen first. */
final class Shortlist {
    private final long[] cheapest;
    private final int[] pairs;
    private long bound;
    private int size;

    /** @param limit pairs that cost so much or more are left out */
    Shortlist(long limit, int most) {
        bound = limit;
        cheapest = new long[most];
        pairs = new int[most];
    }

    void look(CandidateGraph graph, long[] price, int from, int to) {
        int[] mentors = graph.mentor();
        int[] costs = graph.cost();
        for (int pair = from; pair < to; pair++) {
            long pays = costs[pair] + price[mentors[pair]];
            if (pays < bound) {
                insert(pair, pays);
            }
        }
    }

    private void insert(int pair, long pays) {
        int at = size < pairs.length ? size++ : pairs.length - 1;
        for (; at > 0 && cheapest[at - 1] > pays; at--) {
            cheapest[at] = cheapest[at - 1];
            pairs[at] = pairs[at - 1];
        }
        cheapest[at] = pays;
        pairs[at] = pair;
        if (size == pairs.length) {
            bound = cheapest[size - 1];
        }
    }

    int size() {
        return size;
    }

    void copyTo(int[] row, int from) {
        System.arraycopy(pairs, 0, row, from, size);
    }
}
