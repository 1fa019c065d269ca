package org.mentoringroadmap.school;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What personal data a paper holds, from the least to the most sensitive. A paper is a document with all its versions,
 * what was attached to an activity, or the scan of a consent. Who reads it, whether the reading is recorded and where an
 * erasure has to look follow from its class.
 */
public enum DataClass {
    /** May be published: names nobody, or only whom a school names on its site anyway. */
    PUBLIC,
    /** Names people who work at the school or with it, and no children. */
    STAFF,
    /** Names or shows children, or may: an order with their list, a plan, photos of a meeting. */
    CHILDREN,
    /** Consents, questionnaires and what a psychologist works with: families, health, hardship, difficulties. */
    SPECIAL;

    /** The classes that are more open than this one. */
    public static Set<DataClass> below(DataClass data) {
        return Arrays.stream(values()).filter(any -> any.compareTo(data) < 0).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether no child is named or shown in it. */
    public boolean namesNoChild() {
        return this == PUBLIC || this == STAFF;
    }
}
