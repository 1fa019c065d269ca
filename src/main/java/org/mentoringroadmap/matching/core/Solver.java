package org.mentoringroadmap.matching.core;

/**
 * Finds an assignment in which as many mentees as possible get a mentor and, among those, the sum of scores is the
 * highest. Exact, single-threaded and without a clock: the same problem with the same salt gives the same pairs. Every
 * result has passed {@link Certificate}.
 */
public final class Solver {
    /** From so many pairs on {@link Pricing} costs less than working on all of them (measured: README). */
    private static final int PRICING_FROM = 20_000;

    private final MatchingProblem problem;
    private final Flow flow;
    private final Auction auction;
    private final SuccessiveShortestPaths exact;

    private Solver(MatchingProblem problem) {
        this.problem = problem;
        flow = Flow.of(problem.graph(), problem.places());
        auction = new Auction(problem.graph(), flow);
        exact = new SuccessiveShortestPaths(problem.graph(), flow);
    }

    /**
     * Solves from scratch.
     *
     * @throws IllegalStateException when the result is not proven optimal, which is a fault of the solver
     */
    public static Matching solve(MatchingProblem problem) {
        return solve(problem, PRICING_FROM);
    }

    /** @param pricingFrom number of pairs in a part from which on pairs are priced rather than searched */
    static Matching solve(MatchingProblem problem, int pricingFrom) {
        Solver solver = new Solver(problem);
        Components parts = Components.of(problem);
        for (int part = 0; part < parts.count(); part++) {
            solver.solve(parts.mentees().get(part), parts.mentors().get(part), pricingFrom);
        }
        return solver.result();
    }

    /**
     * Solves a problem that has grown out of another: mentees came late or left, pairs were locked or vetoed, a mentor
     * came, left or takes more. Exact like {@link #solve}, only faster: it begins with the old prices and with those old
     * pairs that they still support. Who is who is told by ids.
     *
     * @throws IllegalStateException as {@link #solve}
     */
    public static Matching resolve(MatchingProblem problem, Matching previous) {
        Solver solver = new Solver(problem);
        KeptPairs kept = new KeptPairs(problem, solver.flow, previous);
        Components parts = Components.of(problem);
        for (int part = 0; part < parts.count(); part++) {
            int[] mentees = parts.mentees().get(part);
            int[] mentors = parts.mentors().get(part);
            kept.take(mentees, mentors);
            solver.exact.solve(mentees, mentors);
        }
        return solver.result();
    }

    private void solve(int[] mentees, int[] mentors, int pricingFrom) {
        auction.roughPrices(mentees);
        if (pairs(mentees) < pricingFrom) {
            exact.solve(mentees, mentors);
        } else {
            new Pricing(problem.graph(), flow).solve(mentees, mentors);
        }
    }

    private long pairs(int[] mentees) {
        long pairs = 0;
        for (int mentee : mentees) {
            pairs += problem.graph().degree(mentee);
        }
        return pairs;
    }

    private Matching result() {
        return Certificate.verified(Matching.of(problem, flow));
    }
}
