package org.mentoringroadmap.matching.run;

import org.mentoringroadmap.participant.Participant;

/**
 * A mentor of a run and the mentor's places.
 *
 * @param mentor with the person
 * @param capacity how many mentees at most
 * @param taken by mentees of open pairs
 * @param proposed by mentees whom the run proposes
 */
public record MentorPlace(Participant mentor, int capacity, int taken, int proposed) {
    /** Places that neither a pair nor a proposal takes. */
    public int free() {
        return Math.max(0, capacity - taken - proposed);
    }
}
