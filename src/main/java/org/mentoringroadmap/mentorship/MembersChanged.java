package org.mentoringroadmap.mentorship;

/**
 * People have come into a pair of the programme or left one. Published inside the transaction, so that drafts that name
 * them change together with it or not at all.
 */
public record MembersChanged(Long programmeId) {}
