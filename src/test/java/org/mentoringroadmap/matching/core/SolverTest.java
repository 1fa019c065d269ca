package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SolverTest {
    private static final int INSTANCES = 3000;
    private static final int PRICE_ALWAYS = 0;

    @Test
    void findsWhatTheOracleFinds() {
        for (long seed = 0; seed < INSTANCES; seed++) {
            MatchingProblem problem = RandomProblems.small(seed);
            Value expected = JGraphTOracle.solve(problem);

            assertThat(Value.of(proven(Solver.solve(problem))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(Value.of(proven(Solver.solve(problem, PRICE_ALWAYS))))
                    .as("seed %d, priced", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void findsWhatTryingEverythingFinds() {
        for (long seed = 0; seed < INSTANCES; seed++) {
            MatchingProblem problem = RandomProblems.tiny(seed);

            assertThat(Value.of(Solver.solve(problem))).as("seed %d", seed).isEqualTo(BruteForce.best(problem));
        }
    }

    @Test
    void pricesWhereShortlistsWouldLeavePeopleOut() {
        for (long seed = 0; seed < 20; seed++) {
            MatchingProblem problem = alike(seed).build();
            Value expected = JGraphTOracle.solve(problem);

            assertThat(Value.of(Solver.solve(problem, Integer.MAX_VALUE))).isEqualTo(expected);
            assertThat(Value.of(Solver.solve(problem, PRICE_ALWAYS))).isEqualTo(expected);
        }
    }

    @Test
    void dependsOnIdsAndSaltNotOnTheOrderOfEntries() {
        for (long seed = 0; seed < 200; seed++) {
            MatchingProblem problem = RandomProblems.small(seed);
            MatchingProblem reversed = reversed(problem);

            assertThat(pairs(Solver.solve(reversed))).as("seed %d", seed).isEqualTo(pairs(Solver.solve(problem)));
        }
    }

    @Test
    void anotherSaltGivesAnotherOfSeveralEquallyGoodMatchings() {
        ProblemBuilder builder = MatchingProblem.builder();
        for (int k = 0; k < 10; k++) {
            builder.mentor("t" + k, 1).mentee("m" + k);
        }
        IntStream.range(0, 100).forEach(k -> builder.allow("m" + k / 10, "t" + k % 10, 0.5));

        assertThat(IntStream.range(0, 10)
                        .mapToObj(salt -> pairs(Solver.solve(builder.salt(salt).build()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyAndNothingAreOrdinaryInput() {
        assertThat(Solver.solve(MatchingProblem.builder().build()).matched()).isZero();
        Matching withoutMentors =
                Solver.solve(MatchingProblem.builder().mentee("m").build());
        assertThat(withoutMentors.unmatched()).containsExactly(0);
        Matching withoutPlaces = Solver.solve(MatchingProblem.builder()
                .mentee("m")
                .mentor("t", 0)
                .allow("m", "t", 1)
                .build());
        assertThat(withoutPlaces.unmatched()).containsExactly(0);
        assertThat(withoutPlaces.total()).isZero();
    }

    @Test
    void onePlaceForManyAndManyPlacesForOne() {
        Matching matching = Solver.solve(MatchingProblem.builder()
                .mentee("a")
                .mentee("b")
                .mentor("group", Integer.MAX_VALUE)
                .mentor("single", 1)
                .allow("a", "group", 0.1)
                .allow("b", "group", 0)
                .allow("b", "single", 0.123456789)
                .build());

        assertThat(matching.matched()).isEqualTo(2);
        assertThat(matching.total()).isEqualByComparingTo("0.223456789");
    }

    /** Everybody wants the same few: popularity decides, taste hardly. */
    private static ProblemBuilder alike(long seed) {
        Random random = new Random(seed);
        ProblemBuilder builder = MatchingProblem.builder();
        IntStream.range(0, 50).forEach(mentor -> builder.mentor("t" + mentor, random.nextInt(4)));
        for (int mentee = 0; mentee < 80; mentee++) {
            builder.mentee("m" + mentee);
            for (int mentor = 0; mentor < 50; mentor++) {
                if (random.nextInt(10) > 0) {
                    builder.allow(
                            "m" + mentee, "t" + mentor, 0.9 * mentor / 50 + random.nextInt(100_000) / 1_000_000.0);
                }
            }
        }
        return builder;
    }

    private static MatchingProblem reversed(MatchingProblem problem) {
        ProblemBuilder builder = MatchingProblem.builder().salt(problem.salt());
        for (int mentor = problem.mentors() - 1; mentor >= 0; mentor--) {
            builder.mentor(problem.mentorId(mentor), problem.capacity(mentor));
        }
        for (int mentee = problem.mentees() - 1; mentee >= 0; mentee--) {
            builder.mentee(problem.menteeId(mentee));
            for (int pair = problem.firstPair(mentee + 1) - 1; pair >= problem.firstPair(mentee); pair--) {
                builder.allow(problem.menteeId(mentee), problem.mentorId(problem.mentorOf(pair)), problem.score(pair));
            }
            if (problem.isLocked(mentee)) {
                builder.lock(problem.menteeId(mentee), problem.mentorId(problem.mentorOf(problem.lock(mentee))));
            }
        }
        return builder.build();
    }

    static List<String> pairs(Matching matching) {
        MatchingProblem problem = matching.problem();
        return IntStream.range(0, problem.mentees())
                .filter(matching::isMatched)
                .mapToObj(mentee -> problem.menteeId(mentee) + "-" + problem.mentorId(matching.mentorOf(mentee)))
                .sorted()
                .toList();
    }

    static Matching proven(Matching matching) {
        assertThat(Certificate.flaw(matching)).isEmpty();
        return matching;
    }
}
