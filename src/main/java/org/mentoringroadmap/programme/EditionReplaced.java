package org.mentoringroadmap.programme;

/**
 * A running programme goes by other models from now on, within the transaction that lets it.
 *
 * @param programmeId the programme
 */
public record EditionReplaced(Long programmeId) {}
