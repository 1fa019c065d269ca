package org.mentoringroadmap.matching.core;

/**
 * Rough prices of the mentors, found quickly: an auction whose bids rise by a hundredth of the scale. The exact method
 * starts from any prices, but from good ones it has little left to do (measured: a fifth of the time at 1 000 × 300).
 */
final class Auction {
    private static final long INCREMENT = Cost.WORST / 100;
    private static final long BIDS_PER_MENTEE = 30;

    /** A mentee that could only be matched at a higher price does not drive it up further. */
    private static final long OUTSIDE = 2L * Cost.WORST;

    private final Flow flow;
    private final Bidding bidding;

    Auction(CandidateGraph graph, Flow flow) {
        this.flow = flow;
        bidding = new Bidding(graph, flow, INCREMENT, OUTSIDE);
    }

    /** Sets the prices of a part; leaves nobody of it matched. */
    void roughPrices(int[] mentees) {
        bidding.run(mentees, BIDS_PER_MENTEE * mentees.length);
        for (int mentee : mentees) {
            if (flow.isMatched(mentee)) {
                flow.unseat(mentee);
            }
        }
    }
}
