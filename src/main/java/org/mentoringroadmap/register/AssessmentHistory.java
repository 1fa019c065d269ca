package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;

/** What was measured of a participant; implemented by the feature that measures. */
public interface AssessmentHistory {
    /**
     * A value.
     *
     * @param point key of the title of the point in the bundle
     * @param scale title of the scale
     */
    record Line(LocalDate on, String point, String scale, String value) {}

    /** All of it, the earliest first. */
    List<Line> of(Long participantId);
}
