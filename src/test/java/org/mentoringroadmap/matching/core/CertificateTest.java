package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.core.Certificate.Condition;

/** Spoiled solutions of «a» and «b», who both want «one» (one place), while «two» takes two. */
class CertificateTest {
    private static final long PRICE = 300_000_000;

    private final MatchingProblem problem = MatchingProblem.builder()
            .mentee("a")
            .mentee("b")
            .mentor("one", 1)
            .mentor("two", 2)
            .allow("a", "one", 0.9)
            .allow("a", "two", 0.5)
            .allow("b", "one", 0.8)
            .allow("b", "two", 0.5)
            .build();

    @Test
    void theOptimumPasses() {
        Matching solved = Solver.solve(problem);

        assertThat(Certificate.flaw(solved)).isEmpty();
        assertThat(Certificate.flaw(matching("one", "two", PRICE, 0))).isEmpty();
        assertThat(Value.of(solved)).isEqualTo(Value.of(matching("one", "two", PRICE, 0)));
    }

    @Test
    void aWorsePairIsFound() {
        assertFlaw(matching("two", "one", PRICE, 0), Condition.NOBODY_PREFERS_ANOTHER_MENTOR);
        assertFlaw(matching("two", "two", 0, 0), Condition.NOBODY_PREFERS_ANOTHER_MENTOR);
        assertFlaw(matching("one", null, PRICE, 0), Condition.NOBODY_PREFERS_ANOTHER_MENTOR);
    }

    @Test
    void pricesThatProveNothingAreFound() {
        assertFlaw(matching("one", "two", 0, 0), Condition.NOBODY_PREFERS_ANOTHER_MENTOR);
        assertFlaw(matching("one", "two", 2 * PRICE, 0), Condition.NOBODY_PREFERS_ANOTHER_MENTOR);
        assertFlaw(matching("one", "two", PRICE, -1), Condition.PRICE_IS_NOT_NEGATIVE);
        assertFlaw(matching("one", "two", PRICE, 1), Condition.MENTOR_WITH_ROOM_HAS_NO_PRICE);
        assertFlaw(matching("one", "two", Cost.UNMATCHED, Cost.UNMATCHED), Condition.MENTOR_WITH_ROOM_HAS_NO_PRICE);
    }

    @Test
    void aFullMentorTooManyIsFound() {
        assertFlaw(matching("one", "one", 0, 0), Condition.CAPACITY_IS_KEPT);
    }

    @Test
    void somebodyElsesPairIsFound() {
        int a = problem.mentee("a");
        int b = problem.mentee("b");
        int[] pairs = new int[2];
        pairs[a] = pair(b, "two");
        pairs[b] = pair(b, "two");

        assertFlaw(new Matching(problem, pairs, prices(problem, 0, 0)), Condition.PAIR_IS_THE_MENTEES_OWN);
    }

    @Test
    void payingMoreThanStayingWithoutIsFound() {
        MatchingProblem single = MatchingProblem.builder()
                .mentee("a")
                .mentor("one", 1)
                .allow("a", "one", 0.5)
                .build();

        assertFlaw(
                new Matching(single, new int[] {0}, new long[] {Cost.UNMATCHED}),
                Condition.NOBODY_PREFERS_TO_STAY_UNMATCHED);
    }

    @Test
    void anIgnoredLockIsFound() {
        MatchingProblem locked = problem.toBuilder().lock("a", "two").build();
        int[] pairs = new int[2];
        pairs[locked.mentee("a")] = locked.pair(locked.mentee("a"), locked.mentor("one"));
        pairs[locked.mentee("b")] = locked.pair(locked.mentee("b"), locked.mentor("two"));

        assertFlaw(new Matching(locked, pairs, prices(locked, PRICE, 0)), Condition.LOCK_IS_KEPT);
    }

    @Test
    void anUnprovenMatchingIsNotHandedOut() {
        assertThatThrownBy(() -> Certificate.verified(matching("two", "two", 0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOBODY_PREFERS_ANOTHER_MENTOR");
    }

    /** Whatever is changed at random: what passes is optimal, and what is not optimal does not pass. */
    @Test
    void whateverIsSpoiledAtRandomIsFound() {
        int refused = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Matching solved = Solver.solve(RandomProblems.tiny(seed));
            MatchingProblem of = solved.problem();
            int[] pairs = IntStream.range(0, of.mentees()).map(solved::pairOf).toArray();
            long[] prices =
                    IntStream.range(0, of.mentors()).mapToLong(solved::price).toArray();
            if (random.nextBoolean() && pairs.length > 0) {
                int mentee = random.nextInt(pairs.length);
                int degree = of.graph().degree(mentee);
                pairs[mentee] = random.nextInt(degree + 1) == 0 || degree == 0
                        ? MatchingProblem.NONE
                        : of.firstPair(mentee) + random.nextInt(degree);
            } else if (prices.length > 0) {
                prices[random.nextInt(prices.length)] += random.nextInt(3) - 1;
            }
            Matching spoiled = new Matching(of, pairs, prices);
            if (Certificate.flaw(spoiled).isEmpty()) {
                assertThat(Value.of(spoiled)).as("seed %d", seed).isEqualTo(BruteForce.best(of));
            } else {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private void assertFlaw(Matching matching, Condition condition) {
        assertThat(Certificate.flaw(matching))
                .hasValueSatisfying(flaw -> assertThat(flaw.condition()).isEqualTo(condition));
    }

    private Matching matching(String mentorOfA, String mentorOfB, long priceOfOne, long priceOfTwo) {
        int[] pairs = new int[2];
        Arrays.fill(pairs, MatchingProblem.NONE);
        pairs[problem.mentee("a")] = pair(problem.mentee("a"), mentorOfA);
        pairs[problem.mentee("b")] = pair(problem.mentee("b"), mentorOfB);
        return new Matching(problem, pairs, prices(problem, priceOfOne, priceOfTwo));
    }

    private int pair(int mentee, String mentor) {
        return mentor == null ? MatchingProblem.NONE : problem.pair(mentee, problem.mentor(mentor));
    }

    private static long[] prices(MatchingProblem problem, long priceOfOne, long priceOfTwo) {
        long[] prices = new long[2];
        prices[problem.mentor("one")] = priceOfOne;
        prices[problem.mentor("two")] = priceOfTwo;
        return prices;
    }
}
