package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

import java.util.Arrays;

/**
 * The cheapest alternating path: a mentee takes a place at a mentor, one of that mentor's mentees moves to another, and so
 * on until the path ends. Dijkstra's algorithm over mentors with prices as potentials (Jonker and Volgenant 1987, with
 * capacities).
 *
 * <p>The length of a path to a mentor is what the mentee at its beginning would pay there. Subclasses decide where paths
 * begin and end.
 */
abstract class AlternatingSearch {
    static final long FAR = Long.MAX_VALUE;

    final CandidateGraph graph;
    final Flow flow;

    /** Length of the shortest path to each mentor so far; {@link #FAR} for those that were not reached. */
    final long[] length;

    /** By whom each reached mentor was reached; NONE where a path begins with the mentor. */
    final int[] via;

    final int[] settled;
    int settledCount;

    /** Length of the best path that has ended. */
    long best;

    /** The last mentor of the best path; NONE where no mentor is concerned. */
    int goal;

    /** Who goes without a mentor at the end of the best path; NONE where it ends with a free place. */
    int leaver;

    private final int[] viaCost;
    private final IndexedHeap open;
    private final int[] reached;
    private int reachedCount;

    AlternatingSearch(CandidateGraph graph, Flow flow) {
        this.graph = graph;
        this.flow = flow;
        int mentors = flow.price.length;
        length = new long[mentors];
        via = new int[mentors];
        viaCost = new int[mentors];
        open = new IndexedHeap(length);
        reached = new int[mentors];
        settled = new int[mentors];
        Arrays.fill(length, FAR);
        Arrays.fill(via, NONE);
    }

    /** Whether a path ends when it reaches this mentor. */
    abstract boolean endsAt(int mentor);

    /** Whether a path may end with a mentee who goes without a mentor. */
    abstract boolean mayLeave();

    void begin(long bound) {
        best = bound;
        goal = NONE;
        leaver = NONE;
    }

    /** Settles mentors in the order of their length until none can lead to a better end than the best known. */
    void settle() {
        boolean mayLeave = mayLeave();
        while (!open.isEmpty() && length[open.first()] < best) {
            int mentor = open.poll();
            settled[settledCount++] = mentor;
            for (int n = 0; n < flow.load[mentor]; n++) {
                int mentee = flow.seated(mentor, n);
                long base = length[mentor] - flow.costOf[mentee] - flow.price[mentor];
                if (mayLeave && base + Cost.UNMATCHED < best) {
                    best = base + Cost.UNMATCHED;
                    goal = mentor;
                    leaver = mentee;
                }
                relax(mentee, base, NONE);
            }
        }
    }

    /**
     * Looks at every mentor this mentee could move to.
     *
     * @param base length of the path to it, less what it pays now
     * @param avoided mentor that it must not move to, or NONE
     */
    void relax(int mentee, long base, int avoided) {
        int end = graph.rowStart()[mentee + 1];
        int[] mentors = graph.mentor();
        int[] costs = graph.cost();
        long[] price = flow.price;
        for (int pair = graph.rowStart()[mentee]; pair < end; pair++) {
            int mentor = mentors[pair];
            long reachedAt = base + costs[pair] + price[mentor];
            if (reachedAt < length[mentor] && reachedAt < best && mentor != avoided) {
                reach(mentor, reachedAt, mentee, costs[pair]);
            }
        }
    }

    void reach(int mentor, long reachedAt, int mentee, int cost) {
        if (length[mentor] == FAR) {
            reached[reachedCount++] = mentor;
        }
        length[mentor] = reachedAt;
        via[mentor] = mentee;
        viaCost[mentor] = cost;
        if (!endsAt(mentor)) {
            open.rise(mentor);
        } else if (reachedAt < best) {
            best = reachedAt;
            goal = mentor;
            leaver = NONE;
        }
    }

    /** Moves everybody on the best path. */
    void augment() {
        if (leaver != NONE) {
            flow.unseat(leaver);
        }
        int mentor = goal;
        while (mentor != NONE && via[mentor] != NONE) {
            int mentee = via[mentor];
            int left = flow.mentorOf[mentee];
            if (left != NONE) {
                flow.unseat(mentee);
            }
            flow.seat(mentee, mentor, viaCost[mentor]);
            mentor = left;
        }
    }

    /** Makes ready for the next search; takes time for what was reached only. */
    void forget() {
        for (int k = 0; k < reachedCount; k++) {
            length[reached[k]] = FAR;
            via[reached[k]] = NONE;
        }
        reachedCount = 0;
        settledCount = 0;
        open.clear();
    }
}
