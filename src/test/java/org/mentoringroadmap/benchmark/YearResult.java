package org.mentoringroadmap.benchmark;

import java.time.Duration;

/**
 * What one year cost.
 *
 * @param tasks tasks completed by people
 * @param statements statements sent to the database from the start to the end
 * @param wall time from the start to the end
 * @param rendering part of it that went into rendering documents
 * @param documents documents rendered
 */
record YearResult(int tasks, long statements, Duration wall, Duration rendering, long documents) {
    double statementsPerTask() {
        return (double) statements / tasks;
    }

    double secondsWithoutRendering() {
        return wall.minus(rendering).toMillis() / 1000.0;
    }

    double documentsPerSecond() {
        return rendering.isZero() ? 0 : documents * 1000.0 / rendering.toMillis();
    }
}
