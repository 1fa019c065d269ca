package org.mentoringroadmap.matching.core;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Problems as schools have them: tastes agree in part (interests fit, some mentors are wanted by everybody, the rest is
 * chance), 15 % of the pairs are forbidden, 2 % of the mentees may have almost nobody, there are 10 % more places than
 * mentees.
 */
public enum Shape {
    SCHOOL(100, 40, 40),
    TOWN(1_000, 300, 300),
    REGION(5_000, 1_500, 1_500),
    SHORTLISTS(20_000, 5_000, 30);

    private static final int INTERESTS = 8;
    private static final double PLACES_PER_MENTEE = 1.1;
    private static final double FORBIDDEN = 0.15;
    private static final double LONELY = 0.02;

    private final int mentees;
    private final int mentors;
    private final int candidates;

    Shape(int mentees, int mentors, int candidates) {
        this.mentees = mentees;
        this.mentors = mentors;
        this.candidates = candidates;
    }

    MatchingProblem problem() {
        Random random = new Random(20261121);
        double[][] wishes = matrix(random, mentees);
        double[][] offers = matrix(random, mentors);
        double[] popularity = random.doubles(mentors).toArray();
        ProblemBuilder builder = MatchingProblem.builder();
        int[] capacity = new int[mentors];
        random.ints(Math.round(mentees * PLACES_PER_MENTEE), 0, mentors).forEach(mentor -> capacity[mentor]++);
        IntStream.range(0, mentors).forEach(mentor -> builder.mentor("t" + mentor, capacity[mentor]));
        for (int mentee = 0; mentee < mentees; mentee++) {
            String id = "m" + mentee;
            builder.mentee(id);
            double[] score = scores(random, wishes[mentee], offers, popularity);
            double[] best = score.clone();
            Arrays.sort(best);
            double enough = Math.max(0, best[mentors - candidates]);
            IntStream.range(0, mentors)
                    .filter(mentor -> score[mentor] >= enough)
                    .forEach(mentor -> builder.allow(id, "t" + mentor, score[mentor]));
        }
        return builder.build();
    }

    /** Below 0 where the pair is forbidden. */
    private static double[] scores(Random random, double[] wishes, double[][] offers, double[] popularity) {
        double forbidden = random.nextDouble() < LONELY ? 1 - LONELY : FORBIDDEN;
        double[] score = new double[offers.length];
        for (int mentor = 0; mentor < score.length; mentor++) {
            double apart = 0;
            for (int k = 0; k < INTERESTS; k++) {
                apart += Math.abs(wishes[k] - offers[mentor][k]);
            }
            score[mentor] = random.nextDouble() < forbidden
                    ? -1
                    : 0.5 * (1 - apart / INTERESTS) + 0.3 * popularity[mentor] + 0.2 * random.nextDouble();
        }
        return score;
    }

    private static double[][] matrix(Random random, int rows) {
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, row -> random.doubles(INTERESTS).toArray());
        return matrix;
    }
}
