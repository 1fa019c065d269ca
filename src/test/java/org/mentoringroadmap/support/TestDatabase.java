package org.mentoringroadmap.support;

import java.util.UUID;

/** The H2 database in memory of an application that a test starts: where it is, and how it is opened. */
public final class TestDatabase {
    /**
     * Locks are waited for as in an installation. H2 parses and plans each statement anew unless its connection remembers
     * it, of which it is told to remember many: tests ask the same few thousand all the time.
     */
    private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=2000";

    /** A setting of the application: a database of its own, which lives as long as the JVM. */
    public static final String OWN = "spring.datasource.url=jdbc:h2:mem:${random.uuid}" + OPTIONS;

    private TestDatabase() {}

    /** Address of a new one, for an application that is started on it more than once. */
    public static String newUrl() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS;
    }
}
