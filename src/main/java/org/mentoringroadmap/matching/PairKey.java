package org.mentoringroadmap.matching;

/**
 * A mentee and a mentor.
 *
 * @param mentee id of a participant
 * @param mentor id of a participant
 */
public record PairKey(Long mentee, Long mentor) {}
