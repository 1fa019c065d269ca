package org.mentoringroadmap.roadmap;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A roadmap as the school's paper table shows it, read from the models that run it.
 *
 * @param id process id of the master, such as {@code target-model}
 * @param title name of the master
 * @param stages in the order in which the master runs them, and sections that only repeat rows of theirs at their
 *     numbers, else last
 * @param paper how its document looks
 * @param order what has to end before what
 */
public record Roadmap(String id, String title, List<Stage> stages, RoadmapPaper paper, RowOrder order) {

    public Roadmap {
        stages = List.copyOf(stages);
    }

    /** Ids of the processes of the stages. */
    public Stream<String> processes() {
        return stages.stream().map(Stage::processId).filter(Objects::nonNull);
    }

    /** All activities, each once, stage by stage. */
    public Stream<RoadmapActivity> activities() {
        return stages.stream().flatMap(stage -> stage.activities().stream());
    }
}
