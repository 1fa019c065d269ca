package org.mentoringroadmap.programme.process;

import java.util.Date;
import java.util.Set;

/** What a model gives an open task. */
record TaskValues(String name, String description, Date due, Date followUp, Set<String> groups) {
    TaskValues {
        groups = Set.copyOf(groups);
    }

    /** Databases keep fewer digits of a second. */
    static boolean same(Date one, Date other) {
        return one == null || other == null ? one == other : one.getTime() / 1000 == other.getTime() / 1000;
    }
}
