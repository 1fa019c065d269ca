package org.mentoringroadmap.matching.core;

/** What of an earlier matching can be begun with in a changed problem. */
final class KeptPairs {
    private final MatchingProblem problem;
    private final Flow flow;
    private final Matching previous;

    KeptPairs(MatchingProblem problem, Flow flow, Matching previous) {
        this.problem = problem;
        this.flow = flow;
        this.previous = previous;
    }

    /** Takes over the prices of one part and those of its pairs that are still possible and cost the mentee least. */
    void take(int[] mentees, int[] mentors) {
        for (int mentor : mentors) {
            int known = previous.problem().mentor(problem.mentorId(mentor));
            flow.price[mentor] = known == MatchingProblem.NONE ? 0 : previous.price(known);
        }
        for (int mentee : mentees) {
            seatAsBefore(mentee);
        }
    }

    private void seatAsBefore(int mentee) {
        MatchingProblem before = previous.problem();
        int known = before.mentee(problem.menteeId(mentee));
        if (known == MatchingProblem.NONE || !previous.isMatched(known)) {
            return;
        }
        int mentor = problem.mentor(before.mentorId(previous.mentorOf(known)));
        int pair = mentor == MatchingProblem.NONE ? MatchingProblem.NONE : problem.pair(mentee, mentor);
        if (pair != MatchingProblem.NONE && flow.hasRoom(mentor) && paysLeast(mentee, pair)) {
            flow.seat(mentee, mentor, problem.graph().cost()[pair]);
        }
    }

    private boolean paysLeast(int mentee, int chosen) {
        CandidateGraph graph = problem.graph();
        long pays = graph.cost()[chosen] + flow.price[graph.mentor()[chosen]];
        for (int pair = graph.rowStart()[mentee]; pair < graph.rowStart()[mentee + 1]; pair++) {
            if (graph.cost()[pair] + flow.price[graph.mentor()[pair]] < pays) {
                return false;
            }
        }
        return pays <= Cost.UNMATCHED;
    }
}
