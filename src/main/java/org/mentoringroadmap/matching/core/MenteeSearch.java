package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

/** From a mentee without a mentor to a free place, or to whoever goes without a mentor in its stead. */
final class MenteeSearch extends AlternatingSearch {
    MenteeSearch(CandidateGraph graph, Flow flow) {
        super(graph, flow);
    }

    /** Matches the mentee in the cheapest way; nothing but prices changes where it costs least to leave it out. */
    void match(int mentee) {
        begin(Cost.UNMATCHED);
        relax(mentee, 0, NONE);
        settle();
        for (int k = 0; k < settledCount; k++) {
            flow.price[settled[k]] += best - length[settled[k]];
        }
        augment();
        forget();
    }

    @Override
    boolean endsAt(int mentor) {
        return flow.hasRoom(mentor);
    }

    @Override
    boolean mayLeave() {
        return true;
    }
}
