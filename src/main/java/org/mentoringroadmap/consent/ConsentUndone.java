package org.mentoringroadmap.consent;

import org.mentoringroadmap.participant.ConsentKind;

/**
 * The entry of a consent was a mistake and is taken back. Published inside the transaction, after the row is gone.
 *
 * @param personId whose it was
 * @param kind what it would have allowed
 */
public record ConsentUndone(Long personId, ConsentKind kind) {}
