package org.mentoringroadmap.roadmap;

import java.util.List;

/**
 * One stage of a roadmap.
 *
 * @param number the stage's number in the paper, such as {@code 1}
 * @param title name of the stage in the master
 * @param processId process that runs the stage
 * @param elementId call activity of the master that starts it
 * @param activities in the order of their item numbers; empty when the process of the stage is not known
 */
public record Stage(String number, String title, String processId, String elementId, List<RoadmapActivity> activities) {

    public Stage {
        activities = List.copyOf(activities);
    }
}
