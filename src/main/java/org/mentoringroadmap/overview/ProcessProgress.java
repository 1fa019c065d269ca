package org.mentoringroadmap.overview;

import java.time.LocalDate;
import java.util.Map;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;

/**
 * What the process of a programme has reached.
 *
 * @param stages state by the process id of the stage; what was never reached is missing
 * @param elements state by process id and element id of the activity, for stages that run
 * @param parts last day of the part that is open, by the item of an activity that is done in parts
 */
public record ProcessProgress(
        Map<String, ProgressState> stages, Map<Element, ProgressState> elements, Map<String, LocalDate> parts) {
    /** An element of a stage's process. */
    public record Element(String processId, String elementId) {}

    public ProcessProgress {
        stages = Map.copyOf(stages);
        elements = Map.copyOf(elements);
        parts = Map.copyOf(parts);
    }

    ProgressState of(Stage stage) {
        return stages.getOrDefault(String.valueOf(stage.processId()), ProgressState.PLANNED);
    }

    /** An activity of a stage that has ended is closed, even where the process went past it. */
    ProgressState of(Stage stage, RoadmapActivity activity) {
        return of(stage) == ProgressState.OPEN
                ? elements.getOrDefault(new Element(activity.processId(), activity.elementId()), ProgressState.PLANNED)
                : of(stage);
    }
}
