package org.mentoringroadmap.matching.preference;

import java.util.Set;

/**
 * Who of a programme has said whom they would like, among those who wait for a pair.
 *
 * @param menteesAnswered participants
 * @param menteesMissing participants
 * @param mentorsAnswered participants
 * @param mentorsMissing participants
 */
public record PreferenceCounts(
        Set<Long> menteesAnswered, Set<Long> menteesMissing, Set<Long> mentorsAnswered, Set<Long> mentorsMissing) {
    /** Whether everybody has answered. */
    public boolean complete() {
        return menteesMissing.isEmpty() && mentorsMissing.isEmpty();
    }
}
