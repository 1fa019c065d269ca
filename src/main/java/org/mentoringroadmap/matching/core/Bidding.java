package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

/**
 * A cheap start: mentees bid for the mentor that costs them least, up to the price at which their second choice would do
 * as well (augmenting row reduction; an auction for similar objects, Bertsekas and Castañon 1989). A full mentor rejects
 * the lowest bid, which becomes its price.
 *
 * <p>With increment 0 the invariants of {@link Flow} hold after every bid, and who is left over is matched by
 * {@link MenteeSearch}. With a larger one prices are found quickly but roughly.
 */
final class Bidding {
    private final CandidateGraph graph;
    private final Flow flow;
    private final long increment;
    private final long outside;
    private final long[] bidOf;
    private int best;
    private long least;
    private long second;

    /**
     * @param increment what a bid goes beyond indifference
     * @param outside who would pay so much or more does not bid
     */
    Bidding(CandidateGraph graph, Flow flow, long increment, long outside) {
        this.graph = graph;
        this.flow = flow;
        this.increment = increment;
        this.outside = outside;
        bidOf = new long[graph.mentees()];
    }

    /**
     * Lets those of these mentees who have no mentor bid one after the other; who was rejected bids again at once.
     *
     * @param bids how many in all
     */
    void run(int[] mentees, long bids) {
        for (int mentee : mentees) {
            bidOf[mentee] = 0;
        }
        long left = bids;
        for (int mentee : mentees) {
            int bidder = flow.isMatched(mentee) ? NONE : mentee;
            for (; bidder != NONE && left > 0; left--) {
                bidder = bid(bidder);
            }
            if (left == 0) {
                return;
            }
        }
    }

    /** Who is to bid next: this mentee again, the rejected one, or nobody. */
    private int bid(int mentee) {
        best = NONE;
        least = outside;
        second = outside;
        int middle = graph.middle(mentee);
        compare(middle, graph.rowStart()[mentee + 1]);
        compare(graph.rowStart()[mentee], middle);
        if (best == NONE) {
            return NONE;
        }
        int mentor = graph.mentor()[best];
        long[] price = flow.price;
        bidOf[mentee] = price[mentor] + second - least + increment;
        if (flow.hasRoom(mentor)) {
            flow.seat(mentee, mentor, graph.cost()[best]);
            return NONE;
        }
        int lowest = lowestBidder(mentor);
        if (lowest != NONE && bidOf[mentee] > standing(lowest)) {
            price[mentor] = standing(lowest);
            flow.unseat(lowest);
            flow.seat(mentee, mentor, graph.cost()[best]);
            return lowest;
        }
        boolean progress = bidOf[mentee] > price[mentor];
        price[mentor] = bidOf[mentee];
        return progress ? mentee : NONE;
    }

    /** Keeps the cheapest pair, what it costs with the price, and what the second choice does. */
    private void compare(int from, int to) {
        int[] mentors = graph.mentor();
        int[] costs = graph.cost();
        long[] price = flow.price;
        int bestSoFar = best;
        long leastSoFar = least;
        long secondSoFar = second;
        for (int pair = from; pair < to; pair++) {
            long pays = costs[pair] + price[mentors[pair]];
            if (pays < secondSoFar) {
                if (pays < leastSoFar) {
                    secondSoFar = leastSoFar;
                    leastSoFar = pays;
                    bestSoFar = pair;
                } else {
                    secondSoFar = pays;
                }
            }
        }
        best = bestSoFar;
        least = leastSoFar;
        second = secondSoFar;
    }

    /** Whose bid the mentor rejects first; nobody where it has no places at all. */
    private int lowestBidder(int mentor) {
        int lowest = NONE;
        for (int n = 0; n < flow.load[mentor]; n++) {
            int mentee = flow.seated(mentor, n);
            if (lowest == NONE || standing(mentee) < standing(lowest)) {
                lowest = mentee;
            }
        }
        return lowest;
    }

    /** The bid of a mentee with a place: who had it before the bidding pays the price at least. */
    private long standing(int mentee) {
        return Math.max(bidOf[mentee], flow.price[flow.mentorOf[mentee]]);
    }
}
