package org.mentoringroadmap.matching.core;

import java.util.Random;

/**
 * Small random problems as they hurt: mentors without places, mentees without pairs, scores that are often equal, few
 * places, locked pairs, scores at both ends.
 */
final class RandomProblems {
    private RandomProblems() {}

    static MatchingProblem tiny(long seed) {
        return random(new Random(seed), 6, 5, 3).build();
    }

    static MatchingProblem small(long seed) {
        return random(new Random(seed), 30, 14, 4).build();
    }

    /** Without locks, so that a test can lock what it wants. */
    static ProblemBuilder unlocked(Random random, int mostMentees, int mostMentors, int mostPlaces) {
        ProblemBuilder builder = MatchingProblem.builder().salt(random.nextLong());
        int mentees = random.nextInt(mostMentees + 1);
        int mentors = random.nextInt(mostMentors + 1);
        for (int mentor = 0; mentor < mentors; mentor++) {
            builder.mentor("t" + mentor, random.nextInt(mostPlaces + 1));
        }
        double density = random.nextDouble();
        int steps = random.nextBoolean() ? 4 : 1_000_000;
        for (int mentee = 0; mentee < mentees; mentee++) {
            builder.mentee("m" + mentee);
            for (int mentor = 0; mentor < mentors; mentor++) {
                if (random.nextDouble() < density) {
                    builder.allow("m" + mentee, "t" + mentor, (double) random.nextInt(steps + 1) / steps);
                } else if (random.nextBoolean()) {
                    builder.forbid("m" + mentee, "t" + mentor, "rule" + random.nextInt(3));
                }
            }
        }
        return builder;
    }

    private static ProblemBuilder random(Random random, int mostMentees, int mostMentors, int mostPlaces) {
        MatchingProblem problem =
                unlocked(random, mostMentees, mostMentors, mostPlaces).build();
        ProblemBuilder builder = problem.toBuilder();
        if (random.nextInt(3) == 0) {
            int[] places = problem.places();
            for (int mentee = 0; mentee < problem.mentees(); mentee++) {
                int degree = problem.graph().degree(mentee);
                if (degree > 0 && random.nextInt(4) == 0) {
                    int mentor = problem.mentorOf(problem.firstPair(mentee) + random.nextInt(degree));
                    if (places[mentor]-- > 0) {
                        builder.lock(problem.menteeId(mentee), problem.mentorId(mentor));
                    }
                }
            }
        }
        return builder;
    }
}
