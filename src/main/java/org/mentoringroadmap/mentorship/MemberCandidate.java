package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.participant.Participant;

/**
 * Somebody whom a pair may take.
 *
 * @param chosen whether the form has chosen them already
 * @param pairs codes of the open pairs that they stand in, «П-001, П-004»; empty for none
 * @param room for how many more mentees a mentor has time; 0 of a mentee
 */
public record MemberCandidate(Participant participant, boolean chosen, String pairs, int room) {}
