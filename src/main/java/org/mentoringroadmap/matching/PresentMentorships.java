package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pairs that there are already. Implemented by the feature that keeps them. */
public interface PresentMentorships {
    /**
     * Two people who have worked together in a pair that is over.
     *
     * @param personA id of a person
     * @param personB id of another person
     * @param finished whether it came to its end; otherwise it parted early
     */
    record Earlier(Long personA, Long personB, boolean finished) {}

    /** Mentees of the programme who stand in an open pair or group. */
    Set<Long> paired(Long programmeId);

    /** How many mentees the mentors of the programme have in open pairs; who has none is missing. */
    Map<Long, Integer> taken(Long programmeId);

    /** Pairs between a mentee and a mentor, both among these persons, of any programme, which are over. */
    List<Earlier> earlier(Collection<Long> personIds);
}
