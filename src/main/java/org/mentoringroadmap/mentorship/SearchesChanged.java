package org.mentoringroadmap.mentorship;

/**
 * A search of the programme has got its mentee, or has ended and left the mentor who was proposed to it free. Published
 * inside the transaction.
 */
record SearchesChanged(Long programmeId) {}
