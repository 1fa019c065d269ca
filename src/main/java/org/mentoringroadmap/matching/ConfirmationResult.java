package org.mentoringroadmap.matching;

import java.util.List;

/**
 * What a decision has formed.
 *
 * @param pairIds pairs and groups
 * @param pairs how many pairs
 * @param groups how many groups
 * @param left how many mentees of the run have no mentor
 */
public record ConfirmationResult(List<Long> pairIds, int pairs, int groups, int left) {}
