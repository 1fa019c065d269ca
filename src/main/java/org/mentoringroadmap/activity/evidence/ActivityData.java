package org.mentoringroadmap.activity.evidence;

import java.util.Optional;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.DataClass;

/** Implemented by a feature that knows of activities what personal data their papers hold. */
public interface ActivityData {
    /** Class of the papers of this activity; empty where the feature knows nothing about it. */
    Optional<DataClass> of(RoadmapActivity activity);
}
