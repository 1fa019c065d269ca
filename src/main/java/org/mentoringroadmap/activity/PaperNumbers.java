package org.mentoringroadmap.activity;

import java.util.Optional;
import org.mentoringroadmap.shared.Unguarded;

/** Implemented by the feature that keeps papers: an activity of which a paper is one part ends with the number of that paper. */
public interface PaperNumbers {
    /** Number of the paper that is a part of this activity; empty where there is none yet. */
    @Unguarded
    Optional<String> of(Long programmeId, String activityKey);
}
