package org.mentoringroadmap.matching.core;

/**
 * The exact method on one graph, from any prices: mentees bid while that leads somewhere, who is left over is matched
 * path by path, and places that stay free though their mentor has a price are corrected path by path.
 */
final class SuccessiveShortestPaths {
    private static final long BIDS_PER_MENTEE = 4;

    private final Flow flow;
    private final Bidding bidding;
    private final MenteeSearch menteeSearch;
    private final PlaceSearch placeSearch;

    SuccessiveShortestPaths(CandidateGraph graph, Flow flow) {
        this.flow = flow;
        bidding = new Bidding(graph, flow, 0, Cost.UNMATCHED);
        menteeSearch = new MenteeSearch(graph, flow);
        placeSearch = new PlaceSearch(graph, flow);
    }

    /** Solves a part in which every matched mentee pays the least it can. */
    void solve(int[] mentees, int[] mentors) {
        bidding.run(mentees, BIDS_PER_MENTEE * mentees.length);
        for (int mentee : mentees) {
            if (!flow.isMatched(mentee)) {
                menteeSearch.match(mentee);
            }
        }
        while (placeSearch.settlePlace(mentees, mentors)) {
            // one place each time
        }
    }
}
