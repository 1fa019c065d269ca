package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.matching.core.Defect.Kind;
import org.mentoringroadmap.matching.core.MatchingProblem.Names;
import org.mentoringroadmap.matching.core.ProblemBuilder.Couples;

/** Puts the entries of a builder into their salted order and into rows, in time and memory linear in the pairs. */
final class ProblemAssembly {
    private final ProblemBuilder entries;
    private int[] menteeOrder;
    private int[] menteeRank;
    private int[] mentorOrder;
    private int[] mentorRank;

    ProblemAssembly(ProblemBuilder entries) {
        this.entries = entries;
    }

    MatchingProblem assemble() {
        entries.defects.throwIfAny();
        menteeOrder = SaltedOrder.of(entries.mentees.ids, entries.salt);
        mentorOrder = SaltedOrder.of(entries.mentors.ids, ~entries.salt);
        menteeRank = inverse(menteeOrder);
        mentorRank = inverse(mentorOrder);

        List<List<Prohibition>> prohibitions = prohibitions();
        List<List<Part>> parts = new ArrayList<>();
        CandidateGraph graph = entries.scores == null ? graph(prohibitions, parts) : scoredGraph(prohibitions);
        int[] capacity = Arrays.stream(mentorOrder).map(entries.capacities::get).toArray();
        int[] lock = locks(graph, capacity);
        entries.defects.throwIfAny();
        return new MatchingProblem(
                entries.salt,
                names(entries.mentees.ids, menteeOrder),
                names(entries.mentors.ids, mentorOrder),
                capacity,
                graph,
                lock,
                parts,
                prohibitions);
    }

    private List<List<Prohibition>> prohibitions() {
        Couples forbidden = entries.forbidden;
        if (forbidden.size() == 0) {
            return List.of();
        }
        List<List<Prohibition>> rows = new ArrayList<>();
        for (int mentee = 0; mentee < menteeRank.length; mentee++) {
            rows.add(new ArrayList<>());
        }
        for (int i = 0; i < forbidden.size(); i++) {
            int mentee = menteeRank[forbidden.mentee.get(i)];
            rows.get(mentee).add(new Prohibition(mentee, mentorRank[forbidden.mentor.get(i)], entries.reasons.get(i)));
        }
        rows.replaceAll(row -> row.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Prohibition::mentor).thenComparing(Prohibition::reason))
                .toList());
        return rows;
    }

    private CandidateGraph graph(List<List<Prohibition>> prohibitions, List<List<Part>> parts) {
        Couples allowed = entries.allowed;
        int[] rowStart = new int[menteeRank.length + 1];
        for (int i = 0; i < allowed.size(); i++) {
            rowStart[menteeRank[allowed.mentee.get(i)] + 1]++;
        }
        Arrays.parallelPrefix(rowStart, Integer::sum);
        int[] cost = byRow(rowStart);
        int[] mentor = new int[cost.length];

        int kept = 0;
        int[] forbiddenFor = new int[mentorRank.length];
        for (int mentee = 0; mentee < menteeRank.length; mentee++) {
            for (Prohibition prohibition : prohibitions.isEmpty() ? List.<Prohibition>of() : prohibitions.get(mentee)) {
                forbiddenFor[prohibition.mentor()] = mentee + 1;
            }
            long[] row = sortedRow(cost, rowStart[mentee], rowStart[mentee + 1]);
            rowStart[mentee] = kept;
            for (int k = 0; k < row.length; k++) {
                int mentorOfPair = (int) (row[k] >>> 32);
                int ordinal = (int) row[k];
                if (k > 0 && (int) (row[k - 1] >>> 32) == mentorOfPair) {
                    allowed.report(Kind.DUPLICATE_PAIR, ordinal);
                } else if (forbiddenFor[mentorOfPair] != mentee + 1) {
                    mentor[kept] = mentorOfPair;
                    cost[kept++] = entries.costs.get(ordinal);
                    if (!entries.parts.isEmpty()) {
                        parts.add(entries.parts.getOrDefault(ordinal, List.of()));
                    }
                }
            }
        }
        rowStart[menteeRank.length] = kept;
        return kept == mentor.length
                ? new CandidateGraph(rowStart, mentor, cost)
                : new CandidateGraph(rowStart, Arrays.copyOf(mentor, kept), Arrays.copyOf(cost, kept));
    }

    /** Row by row in the order of the numbers, so that nothing has to be sorted. */
    private CandidateGraph scoredGraph(List<List<Prohibition>> prohibitions) {
        int[] rowStart = new int[menteeRank.length + 1];
        IntList mentor = new IntList();
        IntList cost = new IntList();
        double[] scores = new double[mentorOrder.length];
        for (int mentee = 0; mentee < menteeOrder.length; mentee++) {
            entries.scores.of(menteeOrder[mentee], scores);
            for (Prohibition prohibition : prohibitions.isEmpty() ? List.<Prohibition>of() : prohibitions.get(mentee)) {
                scores[mentorOrder[prohibition.mentor()]] = PairValues.FORBIDDEN;
            }
            for (int at = 0; at < mentorOrder.length; at++) {
                double score = scores[mentorOrder[at]];
                if (score >= 0 && score <= 1) {
                    mentor.add(at);
                    cost.add(Cost.of(score));
                } else if (!Double.isNaN(score)) {
                    outside(mentee, at, score);
                }
            }
            rowStart[mentee + 1] = mentor.size();
        }
        return new CandidateGraph(rowStart, mentor.toArray(), cost.toArray());
    }

    /** Told with its place in the table of all mentees and mentors as they were entered. */
    private void outside(int mentee, int mentor, double score) {
        entries.defects.add(new Defect(
                Kind.SCORE_OUTSIDE,
                Defect.Entry.PAIR,
                menteeOrder[mentee] * mentorOrder.length + mentorOrder[mentor] + 1,
                entries.mentees.ids.get(menteeOrder[mentee]),
                entries.mentors.ids.get(mentorOrder[mentor]),
                Double.toString(score)));
    }

    /** Ordinals of the allowed pairs, mentee by mentee, in the order of adding. */
    private int[] byRow(int[] rowStart) {
        Couples allowed = entries.allowed;
        int[] next = rowStart.clone();
        int[] ordinals = new int[allowed.size()];
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[next[menteeRank[allowed.mentee.get(i)]]++] = i;
        }
        return ordinals;
    }

    /** Mentor in the upper half and ordinal in the lower half of each number. */
    private long[] sortedRow(int[] ordinals, int from, int to) {
        long[] row = new long[to - from];
        for (int k = from; k < to; k++) {
            row[k - from] = (long) mentorRank[entries.allowed.mentor.get(ordinals[k])] << 32 | ordinals[k];
        }
        Arrays.sort(row);
        return row;
    }

    private int[] locks(CandidateGraph graph, int[] capacity) {
        Couples locked = entries.locked;
        int[] lock = new int[menteeRank.length];
        int[] places = capacity.clone();
        Arrays.fill(lock, MatchingProblem.NONE);
        for (int i = 0; i < locked.size(); i++) {
            int mentee = menteeRank[locked.mentee.get(i)];
            int mentor = mentorRank[locked.mentor.get(i)];
            int pair = graph.find(mentee, mentor);
            if (pair == MatchingProblem.NONE) {
                locked.report(Kind.LOCK_NOT_ALLOWED, i);
            } else if (lock[mentee] != MatchingProblem.NONE) {
                locked.report(Kind.DUPLICATE_LOCK, i);
            } else if (places[mentor]-- <= 0) {
                locked.report(Kind.LOCKS_EXCEED_CAPACITY, i);
            } else {
                lock[mentee] = pair;
            }
        }
        return lock;
    }

    private static Names names(List<String> ids, int[] order) {
        List<String> ordered = Arrays.stream(order).mapToObj(ids::get).toList();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < order.length; i++) {
            index.put(ordered.get(i), i);
        }
        return new Names(ordered, index);
    }

    private static int[] inverse(int[] order) {
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }
}
