package org.mentoringroadmap.matching.core;

/** A number for every pair, told mentee by mentee: there are millions of them, so it is quick. */
@FunctionalInterface
public interface PairValues {
    /** Stands for «they must not be a pair» where a score is expected. */
    double FORBIDDEN = Double.NaN;

    /**
     * Tells the values of one mentee.
     *
     * @param byMentor takes a value for each mentor, by number; what it holds before is of no meaning
     */
    void of(int mentee, double[] byMentor);
}
