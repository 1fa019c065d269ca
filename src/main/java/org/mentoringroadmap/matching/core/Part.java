package org.mentoringroadmap.matching.core;

/**
 * What one criterion adds to the score of a pair. The parts of a pair sum up to its score.
 *
 * @param criterion code of the criterion; the words for it live elsewhere
 * @param contribution share of the score, in the score's unit
 */
public record Part(String criterion, double contribution) {}
