package org.mentoringroadmap.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The machine on which the tests run: other work on its processors makes everything take longer. */
public final class Machine {
    private static final Duration WORK = Duration.ofMillis(50);

    private Machine() {}

    /** What takes this long at most on a machine that does nothing else, takes that long here and now. */
    public static Duration atMost(Duration alone) {
        return alone.multipliedBy(Math.round(slowness()));
    }

    /** How many times longer something takes than on a machine that does nothing else; at least 1. */
    public static double slowness() {
        return Math.max(1, Math.max(waitingForAMinute(), waitingNow()));
    }

    /** How many tasks share a processor, on the average of the last minute. */
    private static double waitingForAMinute() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }

    /** How much longer than its own work some work takes. */
    private static double waitingNow() {
        long begin = System.nanoTime();
        long spent = spent();
        while (spent() - spent < WORK.toNanos()) {
            Thread.onSpinWait();
        }
        return (double) (System.nanoTime() - begin) / (spent() - spent);
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
