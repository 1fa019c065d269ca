package org.mentoringroadmap.participant;

/**
 * Somebody of a register has given a consent, is described otherwise than before, or takes part no longer. Published inside
 * the transaction.
 *
 * @param programmeId programme of the register
 */
public record RegisterChanged(Long programmeId) {}
