package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every number told is compared with trying everything under that one change. */
class ExplanationsTest {
    @Test
    void theLossOfAnyOtherPairIsExact() {
        int compared = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Matching matching = Solver.solve(RandomProblems.tiny(seed));
            MatchingProblem problem = matching.problem();
            Explanations explanations = new Explanations(matching);
            for (int mentee = 0; mentee < problem.mentees(); mentee++) {
                for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
                    int mentor = problem.mentorOf(pair);
                    int of = mentee;
                    int chosen = pair;
                    Optional<Value> expected = problem.isLocked(mentee)
                            ? Optional.of(Value.of(matching)).filter(unchanged -> problem.lock(of) == chosen)
                            : locked(problem, mentee, mentor);

                    assertThat(explanations.lossIf(mentee, mentor).map(Value.of(matching)::without))
                            .as("seed %d", seed)
                            .isEqualTo(expected);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void theNextBestMentorIsTheOneThatAVetoWouldGive() {
        for (long seed = 0; seed < 3000; seed++) {
            Matching matching = Solver.solve(RandomProblems.tiny(seed));
            MatchingProblem problem = matching.problem();
            Explanations explanations = new Explanations(matching);
            for (int mentee = 0; mentee < problem.mentees(); mentee++) {
                Optional<Alternative> next = explanations.nextBest(mentee);
                Optional<Loss> least = Optional.empty();
                for (int pair = problem.firstPair(mentee);
                        !problem.isLocked(mentee) && matching.isMatched(mentee) && pair < problem.firstPair(mentee + 1);
                        pair++) {
                    if (pair != matching.pairOf(mentee)) {
                        Optional<Loss> loss = explanations.lossIf(mentee, problem.mentorOf(pair));
                        least = least.isEmpty()
                                        || loss.isPresent() && loss.get().compareTo(least.get()) < 0
                                ? loss
                                : least;
                    }
                }

                assertThat(next.map(Alternative::loss)).as("seed %d", seed).isEqualTo(least);
                int of = mentee;
                next.ifPresent(alternative -> assertThat(explanations.lossIf(of, problem.mentorOf(alternative.pair())))
                        .contains(alternative.loss()));
            }
        }
    }

    @Test
    void theWorthOfOnePlaceMoreIsExact() {
        for (long seed = 0; seed < 3000; seed++) {
            Matching matching = Solver.solve(RandomProblems.tiny(seed));
            MatchingProblem problem = matching.problem();
            Explanations explanations = new Explanations(matching);
            for (int mentor = 0; mentor < problem.mentors(); mentor++) {
                MatchingProblem larger = problem.toBuilder()
                        .capacity(problem.mentorId(mentor), problem.capacity(mentor) + 1)
                        .build();

                assertThat(Value.of(matching).with(explanations.worthOfOnePlaceMore(mentor)))
                        .as("seed %d", seed)
                        .isEqualTo(BruteForce.best(larger));
            }
        }
    }

    @Test
    void aWitnessProvesThatOneMustGoWithout() {
        int proven = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Matching matching = Solver.solve(RandomProblems.small(seed));
            MatchingProblem problem = matching.problem();
            Explanations explanations = new Explanations(matching);
            for (int mentee : matching.unmatched().toArray()) {
                HallWitness witness = explanations.witness(mentee);
                Set<Integer> reachable = new HashSet<>();
                for (int competitor : witness.mentees()) {
                    assertThat(problem.isLocked(competitor)).isFalse();
                    for (int pair = problem.firstPair(competitor); pair < problem.firstPair(competitor + 1); pair++) {
                        reachable.add(problem.mentorOf(pair));
                    }
                }
                int[] places = problem.places();

                assertThat(witness.mentees()).contains(mentee);
                assertThat(reachable).containsExactlyInAnyOrderElementsOf(witness.mentors());
                assertThat(witness.mentors().stream()
                                .mapToInt(mentor -> places[mentor])
                                .sum())
                        .as("seed %d", seed)
                        .isEqualTo(witness.places())
                        .isEqualTo(witness.mentees().size() - 1);
                proven++;
            }
        }
        assertThat(proven).isGreaterThan(1000);
    }

    @Test
    void tellsInNumbersWhatACuratorTellsAParent() {
        MatchingProblem problem = MatchingProblem.builder()
                .mentee("a")
                .mentee("b")
                .mentor("one", 1)
                .mentor("two", 1)
                .allow("a", "one", 0.9)
                .allow("a", "two", 0.86)
                .allow("b", "one", 0.8)
                .allow("b", "two", 0.3)
                .build();
        Explanations explanations = new Explanations(Solver.solve(problem));

        Alternative dearest = explanations.dearest(problem.mentee("a")).orElseThrow();
        assertThat(problem.mentorId(problem.mentorOf(dearest.pair()))).isEqualTo("one");
        assertThat(dearest.loss().matched()).isZero();
        assertThat(dearest.loss().total()).isEqualByComparingTo("0.46");
        assertThat(explanations.dearest(problem.mentee("b"))).isEmpty();
        assertThat(explanations
                        .nextBest(problem.mentee("b"))
                        .orElseThrow()
                        .loss()
                        .total())
                .isEqualByComparingTo("0.46");
        assertThat(explanations.worthOfOnePlaceMore(problem.mentor("one")).total())
                .isEqualByComparingTo("0.04");
    }

    @Test
    void onlyUnmatchedMenteesHaveAWitness() {
        Matching matching = Solver.solve(MatchingProblem.builder()
                .mentee("a")
                .mentor("t", 1)
                .allow("a", "t", 1)
                .build());

        assertThatThrownBy(() -> new Explanations(matching).witness(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Value> locked(MatchingProblem problem, int mentee, int mentor) {
        if (problem.places()[mentor] == 0) {
            return Optional.empty();
        }
        return Optional.of(BruteForce.best(problem.toBuilder()
                .lock(problem.menteeId(mentee), problem.mentorId(mentor))
                .build()));
    }

    @Test
    void whatIsLockedStays() {
        Random random = new Random(1);
        MatchingProblem problem = RandomProblems.unlocked(random, 6, 5, 3)
                .mentee("x")
                .mentor("y", 1)
                .mentor("z", 1)
                .allow("x", "y", 0.1)
                .allow("x", "z", 0.9)
                .lock("x", "y")
                .build();
        Explanations explanations = new Explanations(Solver.solve(problem));

        assertThat(explanations.nextBest(problem.mentee("x"))).isEmpty();
        assertThat(explanations.dearest(problem.mentee("x"))).isEmpty();
    }
}
