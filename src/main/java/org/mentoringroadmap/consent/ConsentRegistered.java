package org.mentoringroadmap.consent;

import org.mentoringroadmap.participant.ConsentKind;

/**
 * A consent has been registered. Published inside the transaction, after the row is written.
 *
 * @param consentId the consent
 * @param personId whose it is
 * @param kind what it allows
 */
public record ConsentRegistered(Long consentId, Long personId, ConsentKind kind) {}
