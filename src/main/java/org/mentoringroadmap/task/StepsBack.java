package org.mentoringroadmap.task;

/** Says of an open task whether whoever does it can take that back for a while: no paper or invitation comes of it at once. */
public interface StepsBack {
    /** Whether it can, whatever is answered. */
    boolean mayBeTakenBack(OpenTask task);
}
