package org.mentoringroadmap.assessment;

/** When a participant is measured: what depends on the programme is fixed twice, by the same scales (roadmap 001, section 9). */
public enum AssessmentPoint {
    ENTRY,
    EXIT
}
