package org.mentoringroadmap.roadmap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same stage with these activities. */
    public Stage with(List<RoadmapActivity> others) {
        return new Stage(number, title, processId, elementId, others);
    }

    /** The same stage with the activities of both, in the order of their item numbers. */
    public Stage plus(Stage other) {
        return with(Stream.concat(activities.stream(), other.activities().stream())
                .sorted(Comparator.comparing(RoadmapActivity::item, RoadmapItems.order()))
                .toList());
    }
}
