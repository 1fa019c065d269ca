package org.mentoringroadmap.overview;

/** How far a stage or an activity of a running programme has come. */
public enum ProgressState {
    /** The process has not reached it, or nothing of it is meant to have begun. */
    PLANNED,
    /** It runs. */
    OPEN,
    /** It has ended, in whichever way. */
    CLOSED
}
