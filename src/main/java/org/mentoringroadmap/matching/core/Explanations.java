package org.mentoringroadmap.matching.core;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.core.DetourSearch.Detour;

/**
 * Why the pairs of a proven matching are what they are. Every number is exact: it is what solving again with that one
 * change would give, found by one search from the kept prices. Not for several threads at once.
 */
public final class Explanations {
    private final Matching matching;
    private final MatchingProblem problem;
    private final CandidateGraph graph;
    private final DetourSearch search;
    private final Flow flow;

    /** How many mentors there are in the part of each mentee: more cannot be reached. */
    private final int[] reachable;

    /** @param matching as {@link Solver} returned it */
    public Explanations(Matching matching) {
        this.matching = matching;
        problem = matching.problem();
        graph = problem.graph();
        flow = matching.flow();
        search = new DetourSearch(problem, flow);
        reachable = new int[problem.mentees()];
        Components parts = Components.of(problem);
        for (int part = 0; part < parts.count(); part++) {
            int mentors = parts.mentors().get(part).length;
            Arrays.stream(parts.mentees().get(part)).forEach(mentee -> reachable[mentee] = mentors);
        }
    }

    /**
     * The cheapest way to give a matched mentee another mentor; empty where there is no other, or where the pair is
     * locked.
     */
    public Optional<Alternative> nextBest(int mentee) {
        if (!matching.isMatched(mentee) || problem.isLocked(mentee)) {
            return Optional.empty();
        }
        return alternative(mentee, search.toAnother(mentee));
    }

    /**
     * What it would cost to give the mentee this mentor; nothing where it has it. Empty where that is impossible: the
     * pair is not allowed, the mentee is locked, or locked pairs fill the mentor.
     */
    public Optional<Loss> lossIf(int mentee, int mentor) {
        int pair = problem.pair(mentee, mentor);
        if (pair == MatchingProblem.NONE) {
            return Optional.empty();
        }
        if (pair == matching.pairOf(mentee)) {
            return Optional.of(Loss.of(0));
        }
        if (problem.isLocked(mentee)) {
            return Optional.empty();
        }
        return alternative(mentee, search.to(mentor, mentee, graph.cost()[pair]))
                .map(Alternative::loss);
    }

    /**
     * The mentor that would suit the mentee best, where that is not the one it has: the higher score, and what it would
     * cost the whole.
     */
    public Optional<Alternative> dearest(int mentee) {
        int dearest = matching.pairOf(mentee);
        for (int pair = problem.firstPair(mentee); pair < problem.firstPair(mentee + 1); pair++) {
            if (dearest == MatchingProblem.NONE || graph.cost()[pair] < graph.cost()[dearest]) {
                dearest = pair;
            }
        }
        if (dearest == matching.pairOf(mentee)) {
            return Optional.empty();
        }
        int pair = dearest;
        return lossIf(mentee, problem.mentorOf(pair)).map(loss -> new Alternative(pair, loss));
    }

    private Optional<Alternative> alternative(int mentee, Detour detour) {
        return Optional.ofNullable(detour)
                .map(found -> new Alternative(problem.pair(mentee, found.mentor()), Loss.of(found.cost())));
    }

    /**
     * Mentees and mentors that prove that this unmatched mentee cannot get a mentor unless another loses one.
     *
     * @throws IllegalArgumentException when the mentee is matched
     */
    public HallWitness witness(int mentee) {
        if (matching.isMatched(mentee)) {
            throw new IllegalArgumentException("Mentee " + mentee + " has a mentor");
        }
        BitSet mentees = new BitSet();
        BitSet mentors = new BitSet();
        IntList queue = new IntList();
        queue.add(mentee);
        mentees.set(mentee);
        int reached = 0;
        for (int head = 0; head < queue.size() && reached < reachable[mentee]; head++) {
            int at = queue.get(head);
            for (int pair = problem.firstPair(at); pair < problem.firstPair(at + 1); pair++) {
                int mentor = problem.mentorOf(pair);
                if (!mentors.get(mentor)) {
                    mentors.set(mentor);
                    reached++;
                    for (int n = 0; n < flow.load[mentor]; n++) {
                        int rival = flow.seated(mentor, n);
                        mentees.set(rival);
                        queue.add(rival);
                    }
                }
            }
        }
        return new HallWitness(
                mentees.stream().boxed().toList(), mentors.stream().boxed().toList(), mentees.cardinality() - 1);
    }

    /** Which rules forbid pairs of this mentee, and how many each. */
    public TreeMap<String, Long> prohibitions(int mentee) {
        return problem.prohibitions(mentee).stream()
                .collect(Collectors.groupingBy(Prohibition::reason, TreeMap::new, Collectors.counting()));
    }

    /** What one place more at the mentor would give the whole; exact. */
    public Loss worthOfOnePlaceMore(int mentor) {
        return Loss.of(flow.price[mentor]);
    }
}
