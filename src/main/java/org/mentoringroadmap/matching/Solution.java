package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.PairRules.Judgement;
import org.mentoringroadmap.matching.core.Alternative;
import org.mentoringroadmap.matching.core.BlockingPairs;
import org.mentoringroadmap.matching.core.Explanations;
import org.mentoringroadmap.matching.core.HallWitness;
import org.mentoringroadmap.matching.core.Loss;
import org.mentoringroadmap.matching.core.Matching;
import org.mentoringroadmap.matching.core.MatchingProblem;
import org.mentoringroadmap.matching.core.ProblemBuilder;
import org.mentoringroadmap.matching.core.Solver;

/** The proven best pairs for some inputs, with the answers to why. */
final class Solution {
    /** How much the two sides of a pair like each other. */
    private record Liking(double mentee, double mentor) {}

    /** A pair that was found. */
    record Pair(Side mentee, Side mentor, Judgement judgement, boolean locked, Optional<Alternative> other) {}

    private final Inputs inputs;
    private final PairRules rules;
    private final Map<String, Side> mentees;
    private final Map<String, Side> mentors;
    private final Map<PairKey, Liking> likings = new HashMap<>();
    private final Set<PairKey> locked = new LinkedHashSet<>();
    private final Set<PairKey> dropped = new LinkedHashSet<>();
    private final Matching matching;
    private final Explanations explanations;

    /** @param salt decides between equally good results */
    Solution(Inputs inputs, long salt) {
        this.inputs = inputs;
        rules = new PairRules(inputs);
        mentees = byKey(inputs.mentees());
        mentors = byKey(inputs.mentors());
        ProblemBuilder problem = MatchingProblem.builder().salt(salt);
        inputs.mentees().forEach(mentee -> problem.mentee(mentee.key()));
        inputs.mentors().forEach(mentor -> problem.mentor(mentor.key(), mentor.room()));
        inputs.mentees().forEach(mentee -> inputs.mentors().forEach(mentor -> enter(problem, mentee, mentor)));
        lock(problem);
        matching = Solver.solve(problem.build());
        explanations = new Explanations(matching);
    }

    private static Map<String, Side> byKey(Collection<Side> sides) {
        return sides.stream().collect(Collectors.toMap(Side::key, Function.identity()));
    }

    private void enter(ProblemBuilder problem, Side mentee, Side mentor) {
        Judgement judgement = rules.judge(mentee, mentor);
        if (judgement.allowed()) {
            problem.allow(mentee.key(), mentor.key(), judgement.score());
            likings.put(
                    new PairKey(mentee.id(), mentor.id()),
                    new Liking(
                            rules.menteesLiking(judgement, mentee, mentor),
                            rules.mentorsLiking(judgement, mentee, mentor)));
        } else {
            judgement.broken().forEach(code -> problem.forbid(mentee.key(), mentor.key(), code));
        }
    }

    /** A lock that has become impossible does not hold the others up; who had it is told. */
    private void lock(ProblemBuilder problem) {
        Map<Long, Integer> room = inputs.mentors().stream().collect(Collectors.toMap(Side::id, Side::room));
        Set<Long> seated = new HashSet<>();
        for (PairKey pair : inputs.locks()) {
            if (!mentees.containsKey(pair.mentee().toString())) {
                continue;
            }
            if (likings.containsKey(pair) && room.get(pair.mentor()) > 0 && seated.add(pair.mentee())) {
                room.merge(pair.mentor(), -1, Integer::sum);
                locked.add(pair);
                problem.lock(pair.mentee().toString(), pair.mentor().toString());
            } else {
                dropped.add(pair);
            }
        }
    }

    Matching matching() {
        return matching;
    }

    Inputs inputs() {
        return inputs;
    }

    PairRules rules() {
        return rules;
    }

    /** How many pairs would both rather have each other. */
    int blockingPairs() {
        return BlockingPairs.of(
                        matching,
                        pair -> liking(pair).mentee(),
                        pair -> liking(pair).mentor())
                .length;
    }

    private Liking liking(int pair) {
        MatchingProblem problem = matching.problem();
        int low = 0;
        int high = problem.mentees();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (problem.firstPair(middle) <= pair) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return likings.get(new PairKey(
                Long.valueOf(problem.menteeId(low)), Long.valueOf(problem.mentorId(problem.mentorOf(pair)))));
    }

    /** The pairs in the order of the mentees. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Side mentee : inputs.mentees()) {
            int number = matching.problem().mentee(mentee.key());
            if (matching.isMatched(number)) {
                Side mentor = mentors.get(matching.problem().mentorId(matching.mentorOf(number)));
                pairs.add(new Pair(
                        mentee,
                        mentor,
                        rules.judge(mentee, mentor),
                        locked.contains(new PairKey(mentee.id(), mentor.id())),
                        explanations.nextBest(number)));
            }
        }
        return pairs;
    }

    /** Those left without a mentor, in their order. */
    List<Side> left() {
        return inputs.mentees().stream()
                .filter(mentee -> !matching.isMatched(matching.problem().mentee(mentee.key())))
                .toList();
    }

    /** Whether the curator wanted another mentor for the mentee, who is impossible now. */
    boolean isLockDropped(Side mentee) {
        return dropped.stream().anyMatch(pair -> pair.mentee().equals(mentee.id()));
    }

    /** Why somebody is left: places that are too few, or how many mentors each rule forbids, the most first. */
    List<Reason> whyLeft(Side mentee) {
        List<Reason> reasons = new ArrayList<>();
        int number = matching.problem().mentee(mentee.key());
        if (inputs.mentors().isEmpty()) {
            reasons.add(Reason.of("NO_MENTORS"));
        } else if (matching.problem().firstPair(number) < matching.problem().firstPair(number + 1)) {
            HallWitness witness = explanations.witness(number);
            reasons.add(
                    witness.places() == 0
                            ? Reason.of("NO_PLACES", witness.mentors().size())
                            : Reason.of(
                                    "PLACES",
                                    witness.places(),
                                    witness.mentees().size()));
        } else {
            explanations.prohibitions(number).entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(rule -> reasons.add(Reason.of(
                            "FORBIDDEN_" + rule.getKey(),
                            rule.getValue(),
                            inputs.mentors().size())));
        }
        return reasons;
    }

    /** The mentee with this id; empty for who does not wait for a mentor. */
    Optional<Side> mentee(Long id) {
        return Optional.ofNullable(mentees.get(id.toString()));
    }

    /** The mentor with this id; empty for who may not be proposed. */
    Optional<Side> mentor(Long id) {
        return Optional.ofNullable(mentors.get(id.toString()));
    }

    /** What pairing the two would cost the whole; empty where locks or full places make it impossible. */
    Optional<Loss> lossIf(Side mentee, Side mentor) {
        return explanations.lossIf(
                matching.problem().mentee(mentee.key()), matching.problem().mentor(mentor.key()));
    }
}
