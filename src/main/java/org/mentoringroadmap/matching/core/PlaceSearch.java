package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

/**
 * From anybody who would gain, to a place that is free though its mentor has a price. Paths begin with mentors, who would
 * save their price by giving up a place, and with mentees without a mentor.
 */
final class PlaceSearch extends AlternatingSearch {
    PlaceSearch(CandidateGraph graph, Flow flow) {
        super(graph, flow);
    }

    /**
     * Settles one such place in the cheapest way: somebody moves there, and the place that is free in the end is at a
     * mentor without a price; or its price falls to 0. Prices of these mentors fall on the way.
     *
     * @param mentees everybody of the part
     * @param mentors everybody of the part
     * @return whether there was such a place
     */
    boolean settlePlace(int[] mentees, int[] mentors) {
        begin(FAR);
        for (int mentor : mentors) {
            if (endsAt(mentor) && flow.price[mentor] < best) {
                best = flow.price[mentor];
                goal = mentor;
            }
        }
        if (goal == NONE) {
            return false;
        }
        searchFromEverybody(mentees, mentors);
        lowerPrices(mentors);
        augment();
        forget();
        return true;
    }

    /**
     * Lowers the prices of a finished part as far as they still prove it. The least prices are what one place more at a
     * mentor is worth; those found on the way may be higher.
     */
    void findLeastPrices(int[] mentees, int[] mentors) {
        begin(FAR);
        searchFromEverybody(mentees, mentors);
        lowerPrices(mentors);
        forget();
    }

    private void searchFromEverybody(int[] mentees, int[] mentors) {
        for (int mentor : mentors) {
            if (flow.price[mentor] < best) {
                reach(mentor, flow.price[mentor], NONE, 0);
            }
        }
        for (int mentee : mentees) {
            if (!flow.isMatched(mentee)) {
                relax(mentee, -Cost.UNMATCHED, NONE);
            }
        }
        settle();
    }

    private void lowerPrices(int[] mentors) {
        for (int mentor : mentors) {
            flow.price[mentor] -= Math.min(best, Math.min(length[mentor], flow.price[mentor]));
        }
    }

    @Override
    boolean endsAt(int mentor) {
        return flow.price[mentor] > 0 && flow.hasRoom(mentor);
    }

    @Override
    boolean mayLeave() {
        return false;
    }
}
