package org.mentoringroadmap.matching.core;

/**
 * What is wrong with one entry of a problem.
 *
 * @param kind what is wrong
 * @param entry what was entered
 * @param position number of the entry among those of its sort, in the order of adding, from 1
 * @param mentee id as entered; null where the entry names none
 * @param mentor id as entered; null where the entry names none
 * @param value the value that cannot be; null where the ids are the matter
 */
public record Defect(Kind kind, Entry entry, int position, String mentee, String mentor, String value) {
    /** The sort of an entry; each sort is counted by itself. */
    public enum Entry {
        MENTEE,
        MENTOR,
        PAIR,
        PROHIBITION,
        LOCK
    }

    /** What can be wrong with an entry. */
    public enum Kind {
        EMPTY_ID,
        DUPLICATE_MENTEE,
        DUPLICATE_MENTOR,
        DUPLICATE_PAIR,
        DUPLICATE_LOCK,
        UNKNOWN_MENTEE,
        UNKNOWN_MENTOR,
        NEGATIVE_CAPACITY,
        SCORE_NOT_A_NUMBER,
        SCORE_OUTSIDE,
        PARTS_DIFFER,
        LOCK_NOT_ALLOWED,
        LOCKS_EXCEED_CAPACITY,
        TOO_MANY_MENTEES
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(entry).append(' ').append(position);
        text.append(": ").append(kind);
        if (mentee != null) {
            text.append(", mentee ").append(mentee);
        }
        if (mentor != null) {
            text.append(", mentor ").append(mentor);
        }
        return value == null
                ? text.toString()
                : text.append(", value ").append(value).toString();
    }
}
