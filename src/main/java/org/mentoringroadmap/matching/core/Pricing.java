package org.mentoringroadmap.matching.core;

/**
 * The exact solution of a large part by way of a small one: the solver sees a few promising pairs of each mentee only,
 * then every allowed pair is priced with the duals, and those that would improve join. When none would, the solution is
 * optimal for all pairs (column generation). Shortlists alone would not do: where tastes agree they leave mentees without
 * a mentor.
 *
 * <p>Promising is what costs least at the rough prices of all pairs, so that a mentor whom everybody wants does not fill
 * everybody's list; then one round is usually enough. Where it is not, each round takes {@value #GROWTH} times as many, so
 * that a problem that resists has all its pairs after a few.
 */
final class Pricing {
    private static final int PROMISING = 16;
    private static final int GROWTH = 4;

    private final Flow flow;
    private final ActivePairs active;

    Pricing(CandidateGraph graph, Flow flow) {
        this.flow = flow;
        active = new ActivePairs(graph);
    }

    /** Solves a part of which nobody is matched, from rough prices. */
    void solve(int[] mentees, int[] mentors) {
        for (int mentee : mentees) {
            active.joinCheapest(mentee, flow.price, Long.MAX_VALUE, PROMISING);
        }
        int joining = PROMISING;
        do {
            new SuccessiveShortestPaths(active.graph(), flow).solve(mentees, mentors);
            joining *= GROWTH;
        } while (joinImproving(mentees, joining));
    }

    private boolean joinImproving(int[] mentees, int most) {
        boolean joined = false;
        for (int mentee : mentees) {
            if (active.joinCheapest(mentee, flow.price, flow.dual(mentee), most) > 0) {
                joined = true;
                if (flow.isMatched(mentee)) {
                    flow.unseat(mentee);
                }
            }
        }
        return joined;
    }
}
