package org.mentoringroadmap.matching.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.core.Alternative;
import org.mentoringroadmap.matching.core.BlockingPairs;
import org.mentoringroadmap.matching.core.Explanations;
import org.mentoringroadmap.matching.core.HallWitness;
import org.mentoringroadmap.matching.core.Loss;
import org.mentoringroadmap.matching.core.Matching;
import org.mentoringroadmap.matching.core.MatchingProblem;
import org.mentoringroadmap.matching.core.PairValues;
import org.mentoringroadmap.matching.core.ProblemBuilder;
import org.mentoringroadmap.matching.core.Solver;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.PairRules;
import org.mentoringroadmap.matching.policy.PairRules.PairScore;

/**
 * The proven best pairs for some inputs, with the answers to why. Everybody has two numbers: the place in the inputs, by
 * which rules are asked, and the number in the solver's problem, whose order the salt decides.
 */
public final class Solution {
    /** A pair that was found. */
    record Pair(Candidate mentee, Candidate mentor, PairScore judgement, boolean locked) {}

    private final Inputs inputs;
    private final PairRules rules;
    private final Set<PairKey> locked = new HashSet<>();
    private final Set<Long> lockDropped = new HashSet<>();
    private final Matching matching;
    private final int[] menteeInputs;
    private final int[] mentorInputs;
    private Explanations explanations;

    /** @param salt decides between equally good results */
    Solution(Inputs inputs, long salt) {
        this.inputs = inputs;
        rules = new PairRules(inputs);
        ProblemBuilder builder = MatchingProblem.builder().salt(salt).allow(rules::scores);
        inputs.mentees().forEach(mentee -> builder.mentee(mentee.key()));
        inputs.mentors().forEach(mentor -> builder.mentor(mentor.key(), mentor.room()));
        lock(builder);
        MatchingProblem problem = builder.build();
        menteeInputs = new int[problem.mentees()];
        mentorInputs = new int[problem.mentors()];
        for (int place = 0; place < menteeInputs.length; place++) {
            menteeInputs[problem.mentee(inputs.mentees().get(place).key())] = place;
        }
        for (int place = 0; place < mentorInputs.length; place++) {
            mentorInputs[problem.mentor(inputs.mentors().get(place).key())] = place;
        }
        matching = Solver.solve(problem);
    }

    /** A lock that has become impossible does not hold the others up; who had it is told. */
    private void lock(ProblemBuilder problem) {
        int[] room = inputs.mentors().stream().mapToInt(Candidate::room).toArray();
        Set<Long> seated = new HashSet<>();
        for (PairKey pair : inputs.locks()) {
            Optional<Integer> mentee = rules.criteria().mentee(pair.mentee());
            Optional<Integer> mentor = rules.criteria().mentor(pair.mentor());
            if (mentee.isEmpty()) {
                continue;
            }
            boolean possible = mentor.isPresent()
                    && room[mentor.get()] > 0
                    && rules.allowed(mentee.get(), mentor.get())
                    && seated.add(pair.mentee());
            if (possible) {
                room[mentor.get()]--;
                locked.add(pair);
                problem.lock(pair.mentee().toString(), pair.mentor().toString());
            } else {
                lockDropped.add(pair.mentee());
            }
        }
    }

    /** Who gets which mentor, as the solver has found it. */
    public Matching matching() {
        return matching;
    }

    Inputs inputs() {
        return inputs;
    }

    PairRules rules() {
        return rules;
    }

    /** How many pairs would both rather have each other. */
    public int blockingPairs() {
        return BlockingPairs.of(matching, numbered(rules::menteesLikings), numbered(rules::mentorsLikings)).length;
    }

    /** The same by the numbers of the problem. */
    private PairValues numbered(PairValues byInputs) {
        double[] row = new double[mentorInputs.length];
        return (mentee, byMentor) -> {
            byInputs.of(menteeInputs[mentee], row);
            for (int mentor = 0; mentor < row.length; mentor++) {
                byMentor[mentor] = row[mentorInputs[mentor]];
            }
        };
    }

    /** The pairs in the order of the mentees. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int place = 0; place < menteeInputs.length; place++) {
            Candidate mentee = inputs.mentees().get(place);
            int mentor = matching.mentorOf(number(mentee));
            if (mentor != MatchingProblem.NONE) {
                Candidate found = inputs.mentors().get(mentorInputs[mentor]);
                pairs.add(new Pair(
                        mentee,
                        found,
                        rules.judge(place, mentorInputs[mentor]),
                        locked.contains(new PairKey(mentee.id(), found.id()))));
            }
        }
        return pairs;
    }

    private int number(Candidate mentee) {
        return matching.problem().mentee(mentee.key());
    }

    /** What it would cost to give a mentee of a pair the next best mentor; empty where there is none. */
    Optional<Alternative> nextBest(Pair pair) {
        return explanations().nextBest(number(pair.mentee()));
    }

    /** Those left without a mentor, in their order. */
    List<Candidate> left() {
        return inputs.mentees().stream()
                .filter(mentee -> !matching.isMatched(number(mentee)))
                .toList();
    }

    /** Whether the curator wanted another mentor for the mentee, who is impossible now. */
    boolean isLockDropped(Candidate mentee) {
        return lockDropped.contains(mentee.id());
    }

    /** Why somebody is left: places that are too few, or how many mentors each rule forbids, the most first. */
    List<Reason> whyLeft(Candidate mentee) {
        List<Reason> reasons = new ArrayList<>();
        int number = number(mentee);
        if (inputs.mentors().isEmpty()) {
            reasons.add(Reason.of("NO_MENTORS"));
        } else if (matching.problem().firstPair(number) < matching.problem().firstPair(number + 1)) {
            HallWitness witness = explanations().witness(number);
            reasons.add(
                    witness.places() == 0
                            ? Reason.of("NO_PLACES", witness.mentors().size())
                            : Reason.of(
                                    "PLACES",
                                    witness.places(),
                                    witness.mentees().size()));
        } else {
            prohibitions(menteeInputs[number]).entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(rule -> reasons.add(Reason.of(
                            "FORBIDDEN_" + rule.getKey(),
                            rule.getValue(),
                            inputs.mentors().size())));
        }
        return reasons;
    }

    /** Which rules forbid pairs of this mentee, and how many each. */
    private Map<String, Integer> prohibitions(int mentee) {
        Map<String, Integer> count = new TreeMap<>();
        for (int mentor = 0; mentor < mentorInputs.length; mentor++) {
            rules.broken(mentee, mentor).forEach(code -> count.merge(code, 1, Integer::sum));
        }
        return count;
    }

    /** What pairing the two would cost the whole; empty where locks or full places make it impossible. */
    Optional<Loss> lossIf(PairKey pair) {
        return explanations()
                .lossIf(
                        matching.problem().mentee(pair.mentee().toString()),
                        matching.problem().mentor(pair.mentor().toString()));
    }

    /** Not asked by everybody, and not for nothing. */
    private Explanations explanations() {
        if (explanations == null) {
            explanations = new Explanations(matching);
        }
        return explanations;
    }
}
