package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who gets which mentor. One that {@link Solver} returns is proven optimal: no other assignment gives more mentees a
 * mentor, and none with as many has a higher sum of scores. Another that is equally good may exist.
 */
public final class Matching {
    private final MatchingProblem problem;
    private final int[] pairOf;
    private final int[] load;
    private final long[] price;

    /**
     * @param pairOf pair of each mentee or NONE
     * @param price dual value of each mentor
     */
    Matching(MatchingProblem problem, int[] pairOf, long[] price) {
        this.problem = problem;
        this.pairOf = pairOf;
        this.price = price;
        load = new int[problem.mentors()];
        matchedPairs().forEach(pair -> load[problem.mentorOf(pair)]++);
    }

    static Matching of(MatchingProblem problem, Flow flow) {
        int[] pairOf = new int[problem.mentees()];
        Arrays.setAll(
                pairOf,
                mentee -> problem.isLocked(mentee)
                        ? problem.lock(mentee)
                        : flow.isMatched(mentee) ? problem.pair(mentee, flow.mentorOf[mentee]) : MatchingProblem.NONE);
        return new Matching(problem, pairOf, flow.price);
    }

    public MatchingProblem problem() {
        return problem;
    }

    /** Pair of the mentee, or {@link MatchingProblem#NONE} for one left without a mentor. */
    public int pairOf(int mentee) {
        return pairOf[mentee];
    }

    /** Mentor of the mentee, or {@link MatchingProblem#NONE} for one left without a mentor. */
    public int mentorOf(int mentee) {
        return isMatched(mentee) ? problem.mentorOf(pairOf[mentee]) : MatchingProblem.NONE;
    }

    public boolean isMatched(int mentee) {
        return pairOf[mentee] != MatchingProblem.NONE;
    }

    /** How many mentees the mentor has. */
    public int load(int mentor) {
        return load[mentor];
    }

    /** How many mentees have a mentor, locked ones included. */
    public int matched() {
        return (int) matchedPairs().count();
    }

    /** The exact sum of the scores (each to nine decimals) of all pairs, locked ones included. */
    public BigDecimal total() {
        int[] cost = problem.graph().cost();
        return Cost.exact(
                matchedPairs().mapToLong(pair -> Cost.WORST - cost[pair]).sum());
    }

    /** The chosen pairs, mentee by mentee. */
    public IntStream matchedPairs() {
        return Arrays.stream(pairOf).filter(pair -> pair != MatchingProblem.NONE);
    }

    /** The mentees left without a mentor, ascending. */
    public IntStream unmatched() {
        return IntStream.range(0, pairOf.length).filter(mentee -> !isMatched(mentee));
    }

    /** The pairs that are not locked, with their prices, to search from. */
    Flow flow() {
        Flow flow = Flow.of(problem.graph(), problem.places());
        System.arraycopy(price, 0, flow.price, 0, price.length);
        problem.open()
                .filter(this::isMatched)
                .forEach(mentee ->
                        flow.seat(mentee, mentorOf(mentee), problem.graph().cost()[pairOf[mentee]]));
        return flow;
    }

    /** The price of a mentor in units of {@link Cost}: what its last place is worth to the others. */
    long price(int mentor) {
        return price[mentor];
    }

    /** What the mentee pays at the prices; without a mentor {@link Cost#UNMATCHED}. */
    long dual(int mentee) {
        return isMatched(mentee) ? problem.graph().cost()[pairOf[mentee]] + price[mentorOf(mentee)] : Cost.UNMATCHED;
    }
}
