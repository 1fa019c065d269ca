package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockingPairsTest {
    @Test
    void areThoseThatTheDefinitionNames() {
        int found = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Matching matching = Solver.solve(RandomProblems.small(seed));
            IntToDoubleFunction mentees = utilities(matching, seed);
            IntToDoubleFunction mentors = utilities(matching, ~seed);
            int[] blocking = BlockingPairs.of(matching, rows(matching, mentees), rows(matching, mentors));
            found += blocking.length;

            assertThat(blocking).as("seed %d", seed).isEqualTo(byDefinition(matching, mentees, mentors));
        }
        assertThat(found).isPositive();
    }

    @Test
    void areNoneWhereEverybodyHasTheirFirstChoice() {
        Matching matching = Solver.solve(MatchingProblem.builder()
                .mentee("a")
                .mentor("t", 1)
                .mentor("u", 1)
                .allow("a", "t", 0.9)
                .allow("a", "u", 0.2)
                .build());
        MatchingProblem problem = matching.problem();
        PairValues score =
                (mentee, byMentor) -> Arrays.setAll(byMentor, mentor -> problem.score(problem.pair(mentee, mentor)));
        PairValues opposite =
                (mentee, byMentor) -> Arrays.setAll(byMentor, mentor -> -problem.score(problem.pair(mentee, mentor)));

        assertThat(BlockingPairs.of(matching, score, score)).isEmpty();
        assertThat(BlockingPairs.of(matching, opposite, score)).hasSize(1);
    }

    private static int[] byDefinition(
            Matching matching, IntToDoubleFunction menteeUtility, IntToDoubleFunction mentorUtility) {
        MatchingProblem problem = matching.problem();
        return IntStream.range(0, problem.mentees())
                .flatMap(mentee -> IntStream.range(problem.firstPair(mentee), problem.firstPair(mentee + 1))
                        .filter(pair -> {
                            int mentor = problem.mentorOf(pair);
                            boolean menteeWants = !matching.isMatched(mentee)
                                    || menteeUtility.applyAsDouble(pair)
                                            > menteeUtility.applyAsDouble(matching.pairOf(mentee));
                            boolean mentorWants = matching.load(mentor) < problem.capacity(mentor)
                                    || IntStream.range(0, problem.mentees())
                                            .filter(rival -> matching.mentorOf(rival) == mentor)
                                            .anyMatch(rival -> mentorUtility.applyAsDouble(pair)
                                                    > mentorUtility.applyAsDouble(matching.pairOf(rival)));
                            return menteeWants && mentorWants;
                        }))
                .toArray();
    }

    private static PairValues rows(Matching matching, IntToDoubleFunction byPair) {
        MatchingProblem problem = matching.problem();
        return (mentee, byMentor) -> Arrays.setAll(byMentor, mentor -> {
            int pair = problem.pair(mentee, mentor);
            return pair == MatchingProblem.NONE ? Double.NaN : byPair.applyAsDouble(pair);
        });
    }

    private static IntToDoubleFunction utilities(Matching matching, long seed) {
        double[] utility = new Random(seed)
                .ints(matching.problem().pairs(), -3, 4)
                .mapToDouble(value -> value)
                .toArray();
        return pair -> utility[pair];
    }
}
