package org.mentoringroadmap.consent;

import org.mentoringroadmap.participant.ConsentKind;

/**
 * A consent has been withdrawn. Published inside the transaction that withdraws it, after the row is written and while
 * the person is locked, so that whoever listens takes effect together with it or not at all.
 *
 * @param consentId the consent
 * @param personId whose it is
 * @param kind what it allowed
 */
public record ConsentWithdrawn(Long consentId, Long personId, ConsentKind kind) {}
