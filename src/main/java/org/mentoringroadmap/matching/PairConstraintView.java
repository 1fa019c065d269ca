package org.mentoringroadmap.matching;

import java.time.LocalDateTime;
import org.mentoringroadmap.participant.Participant;

/**
 * What somebody has decided about two people beforehand; holds for every run of the programme until it is taken back.
 *
 * @param mentee with the person
 * @param mentor with the person
 * @param reason why; may be empty for a lock
 * @param by login
 */
public record PairConstraintView(
        Kind kind, Participant mentee, Participant mentor, String reason, String by, LocalDateTime at) {
    /** {@code matching.mark.<NAME>} is the key of the title. */
    public enum Kind {
        /** They are a pair: the rest is matched around it. */
        LOCK,
        /** They must not be a pair. */
        VETO,
        /** The psychologist would like them to be a pair; weighed, does not decide. */
        ADVICE
    }
}
