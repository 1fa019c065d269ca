package org.mentoringroadmap.support;

import java.util.Random;

/**
 * Chance that can be repeated: the seed of each run is printed, and {@code -Dtest.seed=…} gives one of an earlier run
 * again.
 */
public final class RandomSeed {
    private static final String PROPERTY = "test.seed";

    private RandomSeed() {}

    /** A generator for a test; its seed is printed together with the test's name. */
    public static Random randomOf(Class<?> test) {
        long seed = Long.getLong(PROPERTY, System.nanoTime() % 1_000_000_000);
        System.out.printf("%s: random seed %d, again with -D%s=%2$d%n", test.getSimpleName(), seed, PROPERTY);
        return new Random(seed);
    }
}
