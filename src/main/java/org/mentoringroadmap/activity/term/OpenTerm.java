package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;

/**
 * An activity that has not ended.
 *
 * @param stage its stage
 * @param activity the activity
 * @param due its last day as it stands: as planned, or as it was moved
 */
public record OpenTerm(Stage stage, RoadmapActivity activity, LocalDate due) {}
