package org.mentoringroadmap.activity.term;

import java.time.LocalDate;

/**
 * What the curator decides about a passed term when the year is started in its middle.
 *
 * @param roadmapItem the activity
 * @param choice what is to become of it
 * @param date new last day, day on which it was done, or date of the earlier document; may be null
 * @param number number of the earlier document; may be null
 * @param reason why it is not held, or why this one term is moved; may be null
 */
public record TermDecision(String roadmapItem, Choice choice, LocalDate date, String number, String reason) {
    /** The ways. */
    public enum Choice {
        /** The term stays as it is. */
        LEAVE,
        /** It was carried out before, on a day; where a person's word is all that comes of it. */
        DONE,
        /** It was carried out before: a document proves it. */
        EARLIER,
        /** It gets a new term. */
        MOVE,
        /** The school does without it. */
        NOT_HELD
    }
}
