package org.mentoringroadmap.matching.core;

/** A number for a mentee and a mentor, who are named by their numbers; asked for millions of pairs, so it is quick. */
@FunctionalInterface
public interface PairValue {
    /** Stands for «they must not be a pair» where a score is expected. */
    double FORBIDDEN = Double.NaN;

    /** Value of the two. */
    double of(int mentee, int mentor);
}
