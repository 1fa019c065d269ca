package org.mentoringroadmap.matching.core;

import java.util.Optional;

/**
 * Proof that a matching is the best there is, by linear programming duality and independent of how it was found: a
 * feasible matching and prices under which nobody could improve. Takes one pass over the pairs.
 *
 * <ul>
 *   <li>Every locked pair is chosen, nobody has a mentor that is not allowed, no mentor has more than its capacity.
 *   <li>No price is negative, and a mentor with room has price 0.
 *   <li>No mentee would pay less at another allowed mentor, or without one, than it pays now (cost + price; without a
 *       mentor more than any chain of changes could cost).
 * </ul>
 */
public final class Certificate {
    /** What does not hold, and where. */
    public record Flaw(Condition condition, int mentee, int mentor) {
        static Flaw mentee(Condition condition, int mentee) {
            return new Flaw(condition, mentee, MatchingProblem.NONE);
        }

        static Flaw mentor(Condition condition, int mentor) {
            return new Flaw(condition, MatchingProblem.NONE, mentor);
        }
    }

    /** The conditions of the proof. */
    public enum Condition {
        LOCK_IS_KEPT,
        PAIR_IS_THE_MENTEES_OWN,
        CAPACITY_IS_KEPT,
        PRICE_IS_NOT_NEGATIVE,
        MENTOR_WITH_ROOM_HAS_NO_PRICE,
        NOBODY_PREFERS_TO_STAY_UNMATCHED,
        NOBODY_PREFERS_ANOTHER_MENTOR
    }

    private Certificate() {}

    /** @throws IllegalStateException when the matching is not proven optimal: the solver is wrong, nothing may be used */
    static Matching verified(Matching matching) {
        flaw(matching).ifPresent(flaw -> {
            throw new IllegalStateException("The matching is not proven optimal: " + flaw);
        });
        return matching;
    }

    /** The first condition that does not hold; empty where the matching is optimal. */
    public static Optional<Flaw> flaw(Matching matching) {
        return mentorFlaw(matching).or(() -> menteeFlaw(matching));
    }

    private static Optional<Flaw> mentorFlaw(Matching matching) {
        MatchingProblem problem = matching.problem();
        for (int mentor = 0; mentor < problem.mentors(); mentor++) {
            int room = problem.capacity(mentor) - matching.load(mentor);
            if (room < 0) {
                return Optional.of(Flaw.mentor(Condition.CAPACITY_IS_KEPT, mentor));
            }
            if (matching.price(mentor) < 0) {
                return Optional.of(Flaw.mentor(Condition.PRICE_IS_NOT_NEGATIVE, mentor));
            }
            if (room > 0 && matching.price(mentor) > 0) {
                return Optional.of(Flaw.mentor(Condition.MENTOR_WITH_ROOM_HAS_NO_PRICE, mentor));
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> menteeFlaw(Matching matching) {
        MatchingProblem problem = matching.problem();
        for (int mentee = 0; mentee < problem.mentees(); mentee++) {
            int pair = matching.pairOf(mentee);
            if (problem.isLocked(mentee)) {
                if (pair != problem.lock(mentee)) {
                    return Optional.of(Flaw.mentee(Condition.LOCK_IS_KEPT, mentee));
                }
                continue;
            }
            if (matching.isMatched(mentee)
                    && (pair < problem.firstPair(mentee) || pair >= problem.firstPair(mentee + 1))) {
                return Optional.of(Flaw.mentee(Condition.PAIR_IS_THE_MENTEES_OWN, mentee));
            }
            long dual = matching.dual(mentee);
            if (dual > Cost.UNMATCHED) {
                return Optional.of(Flaw.mentee(Condition.NOBODY_PREFERS_TO_STAY_UNMATCHED, mentee));
            }
            int cheaper = cheaper(matching, mentee, dual);
            if (cheaper != MatchingProblem.NONE) {
                return Optional.of(new Flaw(Condition.NOBODY_PREFERS_ANOTHER_MENTOR, mentee, cheaper));
            }
        }
        return Optional.empty();
    }

    private static int cheaper(Matching matching, int mentee, long dual) {
        CandidateGraph graph = matching.problem().graph();
        for (int pair = graph.rowStart()[mentee]; pair < graph.rowStart()[mentee + 1]; pair++) {
            if (graph.cost()[pair] + matching.price(graph.mentor()[pair]) < dual) {
                return graph.mentor()[pair];
            }
        }
        return MatchingProblem.NONE;
    }
}
