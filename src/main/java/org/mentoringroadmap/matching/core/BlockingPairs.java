package org.mentoringroadmap.matching.core;

import java.util.Arrays;

/**
 * Pairs who would both rather have each other than what they got (Gale and Shapley 1962). The best total does not exclude
 * them; they are reported, not optimised. Takes one pass over the allowed pairs.
 */
public final class BlockingPairs {
    private BlockingPairs() {}

    /**
     * The allowed pairs that block: the mentee strictly prefers the mentor to its own (or has none), and the mentor has
     * room or strictly prefers the mentee to the least liked of its present ones.
     *
     * @param menteeUtility how much a mentee likes each mentor, by their numbers in the problem; no NaN where a pair is
     *     allowed
     * @param mentorUtility how much each mentor likes the mentee; the same
     * @return numbers of the pairs, ascending
     */
    public static int[] of(Matching matching, PairValues menteeUtility, PairValues mentorUtility) {
        MatchingProblem problem = matching.problem();
        double[] entry = new double[problem.mentors()];
        Arrays.setAll(
                entry,
                mentor -> problem.capacity(mentor) == 0
                        ? Double.POSITIVE_INFINITY
                        : matching.load(mentor) < problem.capacity(mentor)
                                ? Double.NEGATIVE_INFINITY
                                : Double.MAX_VALUE);
        double[] mentorsLiking = new double[problem.mentors()];
        for (int mentee = 0; mentee < problem.mentees(); mentee++) {
            if (matching.isMatched(mentee)) {
                mentorUtility.of(mentee, mentorsLiking);
                int mentor = matching.mentorOf(mentee);
                entry[mentor] = Math.min(entry[mentor], mentorsLiking[mentor]);
            }
        }
        double[] menteesLiking = new double[problem.mentors()];
        IntList blocking = new IntList();
        for (int mentee = 0; mentee < problem.mentees(); mentee++) {
            menteeUtility.of(mentee, menteesLiking);
            mentorUtility.of(mentee, mentorsLiking);
            double present =
                    matching.isMatched(mentee) ? menteesLiking[matching.mentorOf(mentee)] : Double.NEGATIVE_INFINITY;
            for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
                int mentor = problem.mentorOf(pair);
                if (pair != matching.pairOf(mentee)
                        && menteesLiking[mentor] > present
                        && mentorsLiking[mentor] > entry[mentor]) {
                    blocking.add(pair);
                }
            }
        }
        return blocking.toArray();
    }
}
