package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;

/** Tries every assignment. For a handful of mentees. */
final class BruteForce {
    private final MatchingProblem problem;
    private final int[] places;
    private int bestMatched = -1;
    private BigDecimal bestTotal;

    private BruteForce(MatchingProblem problem) {
        this.problem = problem;
        places = new int[problem.mentors()];
        for (int mentor = 0; mentor < places.length; mentor++) {
            places[mentor] = problem.capacity(mentor);
        }
    }

    static Value best(MatchingProblem problem) {
        BruteForce search = new BruteForce(problem);
        search.extend(0, 0, BigDecimal.ZERO);
        return new Value(search.bestMatched, search.bestTotal);
    }

    private void extend(int mentee, int matched, BigDecimal total) {
        if (mentee == problem.mentees()) {
            if (matched > bestMatched || matched == bestMatched && total.compareTo(bestTotal) > 0) {
                bestMatched = matched;
                bestTotal = total;
            }
            return;
        }
        if (!problem.isLocked(mentee)) {
            extend(mentee + 1, matched, total);
        }
        for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
            int mentor = problem.mentorOf(pair);
            if (places[mentor] > 0 && (!problem.isLocked(mentee) || problem.lock(mentee) == pair)) {
                places[mentor]--;
                extend(mentee + 1, matched + 1, total.add(BigDecimal.valueOf(problem.score(pair))));
                places[mentor]++;
            }
        }
    }
}
