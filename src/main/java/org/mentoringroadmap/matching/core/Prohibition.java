package org.mentoringroadmap.matching.core;

/**
 * A rule that forbids a pair.
 *
 * @param mentee index of the mentee
 * @param mentor index of the mentor
 * @param reason code of the rule; the words for it live elsewhere
 */
public record Prohibition(int mentee, int mentor, String reason) {}
