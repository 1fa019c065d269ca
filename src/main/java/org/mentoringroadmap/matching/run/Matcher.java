package org.mentoringroadmap.matching.run;

import org.mentoringroadmap.matching.policy.Inputs;
import org.springframework.stereotype.Component;

/** Finds the best pairs. Takes its time with many people, so that nobody asks it while others wait for a lock. */
@Component
public class Matcher {
    /** Proven best pairs; equally good ones are chosen the same way in every run of a programme. */
    public Solution match(Long programmeId, Inputs inputs) {
        return new Solution(inputs, salt(programmeId));
    }

    /** Decides between equally good results. */
    static long salt(Long programmeId) {
        return programmeId;
    }
}
