package org.mentoringroadmap.matching.core;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who may be matched with whom, and how well they would fit. Immutable.
 *
 * <p>Mentees and mentors are numbered from 0 in an order that their ids and the salt decide; the pairs that are allowed
 * are numbered from 0 mentee by mentee, within a mentee by mentor. A mentor of a group has a capacity above 1.
 */
public final class MatchingProblem {
    /** Stands for «no mentor» and «no pair» where a number is expected. */
    public static final int NONE = CandidateGraph.NONE;

    private final long salt;
    private final Names menteeNames;
    private final Names mentorNames;
    private final int[] capacity;
    private final CandidateGraph graph;
    private final int[] lock;
    private final List<List<Part>> parts;
    private final List<List<Prohibition>> prohibitions;

    MatchingProblem(
            long salt,
            Names menteeNames,
            Names mentorNames,
            int[] capacity,
            CandidateGraph graph,
            int[] lock,
            List<List<Part>> parts,
            List<List<Prohibition>> prohibitions) {
        this.salt = salt;
        this.menteeNames = menteeNames;
        this.mentorNames = mentorNames;
        this.capacity = capacity;
        this.graph = graph;
        this.lock = lock;
        this.parts = parts;
        this.prohibitions = prohibitions;
    }

    /** Ids of one side and their numbers. */
    record Names(List<String> ids, Map<String, Integer> index) {}

    /** An empty problem to fill. */
    public static ProblemBuilder builder() {
        return new ProblemBuilder();
    }

    /** A builder that holds everything this problem holds, to change it. */
    public ProblemBuilder toBuilder() {
        ProblemBuilder builder = new ProblemBuilder().salt(salt);
        menteeNames.ids().forEach(builder::mentee);
        for (int mentor = 0; mentor < mentors(); mentor++) {
            builder.mentor(mentorId(mentor), capacity[mentor]);
        }
        for (int mentee = 0; mentee < mentees(); mentee++) {
            for (int pair = firstPair(mentee); pair < firstPair(mentee + 1); pair++) {
                builder.allow(menteeId(mentee), mentorId(mentorOf(pair)), score(pair), parts(pair));
            }
            for (Prohibition prohibition : prohibitions(mentee)) {
                builder.forbid(menteeId(mentee), mentorId(prohibition.mentor()), prohibition.reason());
            }
            if (isLocked(mentee)) {
                builder.lock(menteeId(mentee), mentorId(mentorOf(lock[mentee])));
            }
        }
        return builder;
    }

    public int mentees() {
        return menteeNames.ids().size();
    }

    public int mentors() {
        return mentorNames.ids().size();
    }

    /** Number of allowed pairs. */
    public int pairs() {
        return graph.pairs();
    }

    public String menteeId(int mentee) {
        return menteeNames.ids().get(mentee);
    }

    public String mentorId(int mentor) {
        return mentorNames.ids().get(mentor);
    }

    /** Number of the mentee, or {@link #NONE} where there is none with this id. */
    public int mentee(String id) {
        return menteeNames.index().getOrDefault(id, NONE);
    }

    /** Number of the mentor, or {@link #NONE} where there is none with this id. */
    public int mentor(String id) {
        return mentorNames.index().getOrDefault(id, NONE);
    }

    /** How many mentees the mentor can take, locked ones included. */
    public int capacity(int mentor) {
        return capacity[mentor];
    }

    /** First pair of the mentee; the pairs end before {@code firstPair(mentee + 1)}. */
    public int firstPair(int mentee) {
        return graph.rowStart()[mentee];
    }

    /** The pair of these two, or {@link #NONE} where it is not allowed. */
    public int pair(int mentee, int mentor) {
        return graph.find(mentee, mentor);
    }

    /** The mentor of a pair. */
    public int mentorOf(int pair) {
        return graph.mentor()[pair];
    }

    /** The score of a pair, 0 to 1, to nine decimals. */
    public double score(int pair) {
        return Cost.score(graph.cost()[pair]);
    }

    /** What the score of a pair is made of; empty where it was given without parts. */
    public List<Part> parts(int pair) {
        return parts.isEmpty() ? List.of() : parts.get(pair);
    }

    /** Why pairs of this mentee are forbidden, ascending by mentor; a pair may be forbidden for several reasons. */
    public List<Prohibition> prohibitions(int mentee) {
        return prohibitions.isEmpty() ? List.of() : prohibitions.get(mentee);
    }

    /** Whether the mentee's mentor has been decided beforehand. */
    public boolean isLocked(int mentee) {
        return lock[mentee] != NONE;
    }

    /** The pair decided beforehand, or {@link #NONE}. */
    public int lock(int mentee) {
        return lock[mentee];
    }

    /** Decides which of several equally good matchings is found. */
    public long salt() {
        return salt;
    }

    CandidateGraph graph() {
        return graph;
    }

    /** How many mentees each mentor can take beside the locked ones. */
    int[] places() {
        int[] places = capacity.clone();
        for (int pair : lock) {
            if (pair != NONE) {
                places[mentorOf(pair)]--;
            }
        }
        return places;
    }

    /** The mentees whose mentor is to be found. */
    IntStream open() {
        return IntStream.range(0, mentees()).filter(mentee -> !isLocked(mentee));
    }
}
