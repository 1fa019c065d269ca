package org.mentoringroadmap.participant;

/**
 * Somebody of a register has given a consent, or takes part no longer. Published inside the transaction.
 *
 * @param programmeId programme of the register
 */
public record RegisterChanged(Long programmeId) {}
