package org.mentoringroadmap.matching;

import java.util.Optional;
import java.util.Set;

/**
 * A mentee for whom a mentor is looked for.
 *
 * @param menteeId participant
 * @param kept mentor who is suggested already and waits for a decision: stays as long as the two can be a pair
 * @param notThese mentors from whom the mentee has just parted
 */
public record MentorRequest(Long menteeId, Optional<Long> kept, Set<Long> notThese) {
    /** Keeps its own copy. */
    public MentorRequest {
        notThese = Set.copyOf(notThese);
    }
}
