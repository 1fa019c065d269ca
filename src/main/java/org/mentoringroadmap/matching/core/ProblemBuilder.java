package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.matching.core.Defect.Entry;
import org.mentoringroadmap.matching.core.Defect.Kind;

/**
 * Collects the entries of a problem. People are entered before pairs that name them; pairs and people in any order among
 * themselves. A pair that is neither allowed nor forbidden is not possible either, without a reason. Forbidding wins: a
 * pair that is both is forbidden, so a veto is one entry more.
 *
 * <p>Wrong entries are collected and told all at once by {@link #build}.
 */
public final class ProblemBuilder {
    private static final double ROUNDING = 1e-6;

    final Side mentees = new Side(Entry.MENTEE, Kind.DUPLICATE_MENTEE, Kind.UNKNOWN_MENTEE);
    final Side mentors = new Side(Entry.MENTOR, Kind.DUPLICATE_MENTOR, Kind.UNKNOWN_MENTOR);
    final List<Integer> capacities = new ArrayList<>();
    final Couples allowed = new Couples(Entry.PAIR);
    final IntList costs = new IntList();
    final Map<Integer, List<Part>> parts = new HashMap<>();
    final Couples forbidden = new Couples(Entry.PROHIBITION);
    final List<String> reasons = new ArrayList<>();
    final Couples locked = new Couples(Entry.LOCK);
    final Defects defects = new Defects();
    PairValues scores;
    long salt;

    ProblemBuilder() {}

    /** Decides which of several equally good matchings is found; 0 where nothing is said. Store it with the result. */
    public ProblemBuilder salt(long value) {
        salt = value;
        return this;
    }

    /** A mentee; one without allowed pairs will be left without a mentor. */
    public ProblemBuilder mentee(String id) {
        mentees.add(id);
        return this;
    }

    /**
     * A mentor.
     *
     * @param capacity how many mentees at once; 0 is possible
     */
    public ProblemBuilder mentor(String id, int capacity) {
        mentors.add(id);
        capacities.add(capacity);
        if (capacity < 0) {
            defects.add(new Defect(
                    Kind.NEGATIVE_CAPACITY, Entry.MENTOR, capacities.size(), null, id, Integer.toString(capacity)));
        }
        return this;
    }

    /** An allowed pair whose score has no parts. */
    public ProblemBuilder allow(String mentee, String mentor, double score) {
        return allow(mentee, mentor, score, List.of());
    }

    /**
     * An allowed pair.
     *
     * @param score 0 to 1, higher is better; rounded to nine decimals
     * @param scoreParts what it is made of; they sum up to the score (to six decimals), or there are none
     */
    public ProblemBuilder allow(String mentee, String mentor, double score, List<Part> scoreParts) {
        allowed.add(mentee, mentor);
        int position = allowed.size();
        costs.add(score >= 0 && score <= 1 ? Cost.of(score) : Cost.WORST);
        if (Double.isNaN(score)) {
            defects.add(new Defect(Kind.SCORE_NOT_A_NUMBER, Entry.PAIR, position, mentee, mentor, "NaN"));
        } else if (score < 0 || score > 1) {
            defects.add(new Defect(Kind.SCORE_OUTSIDE, Entry.PAIR, position, mentee, mentor, Double.toString(score)));
        } else if (!scoreParts.isEmpty()) {
            parts.put(position - 1, List.copyOf(scoreParts));
            double sum = scoreParts.stream().mapToDouble(Part::contribution).sum();
            if (!(Math.abs(sum - score) <= ROUNDING)) {
                defects.add(new Defect(Kind.PARTS_DIFFER, Entry.PAIR, position, mentee, mentor, Double.toString(sum)));
            }
        }
        return this;
    }

    /**
     * All pairs at once, instead of one by one: asked once for each mentee when the problem is built, which
     * is quicker and takes less memory. Pairs that are forbidden singly stay forbidden.
     *
     * @param all by places in the order in which people were entered, from 0: 0 to 1, higher is better, or {@link
     *     PairValues#FORBIDDEN}
     */
    public ProblemBuilder allow(PairValues all) {
        scores = all;
        return this;
    }

    /** A forbidden pair; for a second reason once more. */
    public ProblemBuilder forbid(String mentee, String mentor, String reason) {
        forbidden.add(mentee, mentor);
        reasons.add(reason);
        return this;
    }

    /** A pair that is decided already: it is part of every result, and the rest is matched around it. */
    public ProblemBuilder lock(String mentee, String mentor) {
        locked.add(mentee, mentor);
        return this;
    }

    /** Changes the capacity of a mentor entered before; 0 for one who leaves. */
    public ProblemBuilder capacity(String mentor, int capacity) {
        Integer index = mentors.index.get(mentor);
        if (index == null) {
            defects.add(new Defect(Kind.UNKNOWN_MENTOR, Entry.MENTOR, capacities.size() + 1, null, mentor, null));
        } else if (capacity < 0) {
            defects.add(new Defect(
                    Kind.NEGATIVE_CAPACITY, Entry.MENTOR, index + 1, null, mentor, Integer.toString(capacity)));
        } else {
            capacities.set(index, capacity);
        }
        return this;
    }

    /**
     * The problem.
     *
     * @throws InvalidProblemException with every wrong entry and its position
     * @throws IllegalStateException when pairs were allowed both at once and one by one
     */
    public MatchingProblem build() {
        if (scores != null && allowed.size() > 0) {
            throw new IllegalStateException("Pairs are allowed at once or one by one");
        }
        return new ProblemAssembly(this).assemble();
    }

    /** The people of one side as entered. */
    final class Side {
        final List<String> ids = new ArrayList<>();
        final Map<String, Integer> index = new HashMap<>();
        private final Entry entry;
        private final Kind duplicate;
        private final Kind unknown;

        private Side(Entry entry, Kind duplicate, Kind unknown) {
            this.entry = entry;
            this.duplicate = duplicate;
            this.unknown = unknown;
        }

        private void add(String id) {
            ids.add(id);
            if (id == null || id.isBlank()) {
                report(Kind.EMPTY_ID, id);
            } else if (index.putIfAbsent(id, ids.size() - 1) != null) {
                report(duplicate, id);
            } else if (entry == Entry.MENTEE && ids.size() == Cost.MAX_MENTEES + 1) {
                report(Kind.TOO_MANY_MENTEES, id);
            }
        }

        private void report(Kind kind, String id) {
            boolean mentee = entry == Entry.MENTEE;
            defects.add(new Defect(kind, entry, ids.size(), mentee ? id : null, mentee ? null : id, null));
        }
    }

    /** Pairs of numbers as entered; an entry with an unknown id is counted but names nobody. */
    final class Couples {
        final IntList mentee = new IntList();
        final IntList mentor = new IntList();
        final Entry entry;

        private Couples(Entry entry) {
            this.entry = entry;
        }

        private void add(String menteeId, String mentorId) {
            int knownMentee = mentees.index.getOrDefault(menteeId, MatchingProblem.NONE);
            int knownMentor = mentors.index.getOrDefault(mentorId, MatchingProblem.NONE);
            mentee.add(knownMentee);
            mentor.add(knownMentor);
            if (knownMentee == MatchingProblem.NONE) {
                defects.add(new Defect(mentees.unknown, entry, size(), menteeId, mentorId, null));
            }
            if (knownMentor == MatchingProblem.NONE) {
                defects.add(new Defect(mentors.unknown, entry, size(), menteeId, mentorId, null));
            }
        }

        int size() {
            return mentee.size();
        }

        void report(Kind kind, int ordinal) {
            defects.add(new Defect(
                    kind,
                    entry,
                    ordinal + 1,
                    mentees.ids.get(mentee.get(ordinal)),
                    mentors.ids.get(mentor.get(ordinal)),
                    null));
        }
    }
}
