package org.mentoringroadmap.participant;

/** On which side of a pair somebody stands; {@code participant-role.<NAME>} is the key of the title. */
public enum ParticipantRole {
    MENTEE,
    MENTOR
}
