package org.mentoringroadmap.participant;

/** What a topic says of a participant; {@code topic-kind.<NAME>} is the key of the title. */
public enum TopicKind {
    /** What a mentee asks for. */
    REQUEST,
    /** What a mentor can give. */
    COMPETENCE,
    /** What either likes to do. */
    INTEREST
}
