package org.mentoringroadmap.matching.core;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

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
     * @param menteeUtility how much the mentee of a pair likes its mentor, by number of the pair; never NaN
     * @param mentorUtility how much the mentor of a pair likes its mentee, by number of the pair; never NaN
     * @return numbers of the pairs, ascending
     */
    public static int[] of(Matching matching, IntToDoubleFunction menteeUtility, IntToDoubleFunction mentorUtility) {
        MatchingProblem problem = matching.problem();
        double[] entry = new double[problem.mentors()];
        Arrays.setAll(
                entry,
                mentor -> problem.capacity(mentor) == 0
                        ? Double.POSITIVE_INFINITY
                        : matching.load(mentor) < problem.capacity(mentor)
                                ? Double.NEGATIVE_INFINITY
                                : Double.MAX_VALUE);
        matching.matchedPairs().forEach(pair -> {
            int mentor = problem.mentorOf(pair);
            entry[mentor] = Math.min(entry[mentor], mentorUtility.applyAsDouble(pair));
        });
        return IntStream.range(0, problem.mentees())
                .flatMap(mentee -> {
                    int own = matching.pairOf(mentee);
                    double present =
                            own == MatchingProblem.NONE ? Double.NEGATIVE_INFINITY : menteeUtility.applyAsDouble(own);
                    return IntStream.range(problem.firstPair(mentee), problem.firstPair(mentee + 1))
                            .filter(pair -> pair != own
                                    && menteeUtility.applyAsDouble(pair) > present
                                    && mentorUtility.applyAsDouble(pair) > entry[problem.mentorOf(pair)]);
                })
                .toArray();
    }
}
