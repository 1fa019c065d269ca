package org.mentoringroadmap.mentorship;

/** A search of the programme is for somebody of the register from now on. Published inside the transaction. */
record SearchNamed(Long programmeId) {}
