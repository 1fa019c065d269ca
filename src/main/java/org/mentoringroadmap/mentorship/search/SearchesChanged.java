package org.mentoringroadmap.mentorship.search;

/**
 * A search of the programme has got its mentee, or has ended and left the mentor who was proposed to it free. Published
 * inside the transaction.
 */
public record SearchesChanged(Long programmeId) {}
