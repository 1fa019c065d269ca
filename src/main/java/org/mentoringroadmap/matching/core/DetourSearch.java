package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

import java.util.stream.IntStream;

/**
 * What it would cost to have one mentee elsewhere: from it to another mentor, and from there to a free place, to somebody
 * who goes without, or to the place that it left. Changes nothing but prices, which it lowers once at the beginning: at
 * the least prices a place that is left empty is worth its price.
 */
final class DetourSearch extends AlternatingSearch {
    private int vacated;

    /**
     * @param cost what the whole would pay more; counted with {@link Cost#UNMATCHED} for each mentee without a mentor
     * @param mentor the mentor that the mentee gets
     */
    record Detour(long cost, int mentor) {}

    DetourSearch(MatchingProblem problem, Flow flow) {
        super(problem.graph(), flow);
        new PlaceSearch(graph, flow)
                .findLeastPrices(
                        problem.open().toArray(),
                        IntStream.range(0, problem.mentors()).toArray());
    }

    /** To the mentor for which the whole pays least, other than the mentee's own; null where there is none. */
    Detour toAnother(int mentee) {
        vacated = flow.mentorOf[mentee];
        begin(FAR);
        reachFreePlace(mentee);
        relax(mentee, 0, vacated);
        return detour(mentee);
    }

    /** The nearest place that is free: whatever is farther need not be looked at. */
    private void reachFreePlace(int mentee) {
        int nearest = NONE;
        long least = FAR;
        for (int pair = graph.rowStart()[mentee]; pair < graph.rowStart()[mentee + 1]; pair++) {
            int mentor = graph.mentor()[pair];
            long pays = graph.cost()[pair] + flow.price[mentor];
            if (pays < least && mentor != vacated && flow.hasRoom(mentor)) {
                least = pays;
                nearest = pair;
            }
        }
        if (nearest != NONE) {
            reach(graph.mentor()[nearest], least, mentee, graph.cost()[nearest]);
        }
    }

    /** To this mentor, who is not the mentee's own; null where that is impossible. */
    Detour to(int mentor, int mentee, int cost) {
        vacated = flow.mentorOf[mentee];
        begin(FAR);
        reach(mentor, cost + flow.price[mentor], mentee, cost);
        return detour(mentee);
    }

    private Detour detour(int mentee) {
        settle();
        int mentor = goal;
        while (mentor != NONE && via[mentor] != mentee) {
            mentor = flow.mentorOf[via[mentor]];
        }
        forget();
        return mentor == NONE ? null : new Detour(best - flow.dual(mentee), mentor);
    }

    @Override
    boolean endsAt(int mentor) {
        return mentor == vacated || flow.hasRoom(mentor);
    }

    @Override
    boolean mayLeave() {
        return true;
    }
}
