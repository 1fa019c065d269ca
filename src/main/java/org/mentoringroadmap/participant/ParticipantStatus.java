package org.mentoringroadmap.participant;

/** Where a participant stands; {@code participant-status.<NAME>} is the key of the title. */
public enum ParticipantStatus {
    /** Entered; not yet in the register, since a consent is missing or nobody has looked. */
    PROPOSED,
    /** In the register («в базе»). */
    REGISTERED,
    /** Chosen as mentor (stage 4). */
    SELECTED,
    /** Has gone through the training of mentors. */
    TRAINED,
    /** Works in a pair or group. */
    MATCHED,
    /** Has finished the programme. */
    FINISHED,
    /** Has finished this year of it and goes on in the next one, or in another programme. */
    CONTINUES,
    /** Has left before its end. */
    LEFT;

    /** Whether they still take part. */
    public boolean takesPart() {
        return this != FINISHED && this != CONTINUES && this != LEFT;
    }
}
