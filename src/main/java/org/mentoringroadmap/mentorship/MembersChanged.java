package org.mentoringroadmap.mentorship;

/**
 * A pair of the programme was made or has ended, people have come into one or left it, or what is said about one has
 * changed. Published inside the transaction, so
 * that drafts that name them change together with it or not at all.
 */
public record MembersChanged(Long programmeId) {}
