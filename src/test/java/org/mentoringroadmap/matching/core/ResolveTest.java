package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolveTest {
    @Test
    void everyChangeIsSolvedExactly() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Matching matching = Solver.solve(
                    RandomProblems.unlocked(random, 25, 12, 3).mentor("t", 1).build());
            for (int change = 0; change < 8; change++) {
                MatchingProblem changed = changed(matching, random);
                matching = SolverTest.proven(Solver.resolve(changed, matching));

                assertThat(Value.of(matching))
                        .as("seed %d, change %d", seed, change)
                        .isEqualTo(Value.of(Solver.solve(changed)));
            }
        }
    }

    @Test
    void lockingProposedPairsKeepsTheTotal() {
        for (long seed = 0; seed < 300; seed++) {
            Matching matching = Solver.solve(
                    RandomProblems.unlocked(new Random(seed), 30, 14, 4).build());
            MatchingProblem problem = matching.problem();
            ProblemBuilder builder = problem.toBuilder();
            IntStream.range(0, problem.mentees())
                    .filter(mentee -> mentee % 3 == 0 && matching.isMatched(mentee))
                    .forEach(mentee ->
                            builder.lock(problem.menteeId(mentee), problem.mentorId(matching.mentorOf(mentee))));

            assertThat(Value.of(Solver.resolve(builder.build(), matching))).isEqualTo(Value.of(matching));
        }
    }

    @Test
    void aVetoWinsOverAScoreAndLeavesItsReason() {
        MatchingProblem problem = MatchingProblem.builder()
                .mentee("m")
                .mentor("t", 1)
                .allow("m", "t", 0.5)
                .forbid("m", "t", "veto")
                .build();

        assertThat(Solver.solve(problem).matched()).isZero();
        assertThat(new Explanations(Solver.solve(problem)).prohibitions(0)).containsEntry("veto", 1L);
    }

    private static MatchingProblem changed(Matching matching, Random random) {
        MatchingProblem problem = matching.problem();
        ProblemBuilder builder = problem.toBuilder();
        int mentor = random.nextInt(problem.mentors());
        String mentorId = problem.mentorId(mentor);
        int mentee = problem.mentees() == 0 ? -1 : random.nextInt(problem.mentees());
        int held = IntStream.range(0, problem.mentees())
                .map(m -> problem.isLocked(m) && problem.mentorOf(problem.lock(m)) == mentor ? 1 : 0)
                .sum();
        switch (random.nextInt(5)) {
            case 0 -> {
                String late = "late" + random.nextInt();
                builder.mentee(late);
                for (int m = 0; m < problem.mentors(); m++) {
                    if (random.nextBoolean()) {
                        builder.allow(late, problem.mentorId(m), random.nextInt(5) / 4.0);
                    }
                }
            }
            case 1 -> builder.capacity(mentorId, held);
            case 2 -> builder.capacity(mentorId, problem.capacity(mentor) + 1 + random.nextInt(2));
            case 3 -> {
                if (mentee >= 0 && matching.isMatched(mentee) && !problem.isLocked(mentee)) {
                    builder.forbid(problem.menteeId(mentee), problem.mentorId(matching.mentorOf(mentee)), "veto");
                }
            }
            default -> {
                if (mentee >= 0
                        && !problem.isLocked(mentee)
                        && problem.pair(mentee, mentor) != MatchingProblem.NONE
                        && held < problem.capacity(mentor)) {
                    builder.lock(problem.menteeId(mentee), mentorId);
                }
            }
        }
        return builder.build();
    }
}
