package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;

/**
 * An activity that has not ended although its last day has passed.
 *
 * @param stage its stage
 * @param activity the activity
 * @param due its last day
 */
public record PassedTerm(Stage stage, RoadmapActivity activity, LocalDate due) {}
