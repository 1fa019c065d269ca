package org.mentoringroadmap.support;

/** How tests set the engine: the only place that knows the names of its settings. */
public final class TestEngine {
    private static final String PREFIX = "camunda.bpm.";

    /** Jobs run only when a test says so. */
    public static final String NO_JOBS = PREFIX + "job-execution.enabled=false";

    /** Jobs run by themselves, and the executor never waits long for the next one. */
    public static final String QUICK_JOBS = PREFIX + "job-execution.wait-time-in-millis=200";

    /** @see #QUICK_JOBS */
    public static final String QUICK_JOBS_AT_MOST = PREFIX + "job-execution.max-wait=500";

    /** What a killed engine was doing is free again after ten seconds. */
    public static final String SHORT_LOCKS = PREFIX + "job-execution.lock-time-in-millis=10000";

    /** Two engines of one name in one JVM would take each other's place. */
    public static final String OWN_ENGINE = PREFIX + "generate-unique-process-engine-name=true";

    /** @see #OWN_ENGINE */
    public static final String OWN_APPLICATION = PREFIX + "generate-unique-process-application-name=true";

    private TestEngine() {}
}
