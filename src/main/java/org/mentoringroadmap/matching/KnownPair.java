package org.mentoringroadmap.matching;

import java.util.List;
import java.util.Objects;

/**
 * A mentor and mentees who belong together without a run.
 *
 * @param mentorId participant
 * @param menteeIds participants
 * @param group whether two or more of them are one group; otherwise each is a pair
 */
public record KnownPair(Long mentorId, List<Long> menteeIds, boolean group) {
    /** Drops what is chosen twice. */
    public KnownPair {
        menteeIds = menteeIds == null
                ? List.of()
                : menteeIds.stream().filter(Objects::nonNull).distinct().toList();
    }
}
