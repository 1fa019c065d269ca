package org.mentoringroadmap.matching;

/** Where a run stands; {@code matching.state.<NAME>} is the key of the title. */
public enum RunState {
    /** Waits for the curator's decision. */
    PROPOSED,
    /** Its pairs were formed. */
    CONFIRMED,
    /** Another run has taken its place, or has taken its people. */
    OUTDATED
}
