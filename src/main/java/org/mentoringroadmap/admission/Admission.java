package org.mentoringroadmap.admission;

import org.mentoringroadmap.participant.AdmissionPurpose;

/**
 * The fact that a participant was let in.
 *
 * @param id key of the row, to which whatever was allowed refers
 * @param consentId the consent that allowed it
 */
public record Admission(Long id, Long participantId, AdmissionPurpose purpose, Long consentId) {}
