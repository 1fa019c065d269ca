package org.mentoringroadmap.roadmap;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param ground with what the orders of its programme begin, «В соответствии с …»; empty where the master says nothing
 */
public record Roadmap(String id, String title, List<Stage> stages, RoadmapPaper paper, RowOrder order, String ground) {
    /** Whose registers a row makes, as the blocks call them: pupils, teachers, and others. */
    private static final String CATEGORY = "participantCategory";

    private static final String PUPIL = "pupil";
    private static final String TEACHER = "teacher";

    public Roadmap {
        stages = List.copyOf(stages);
    }

    /** Ids of the processes of the stages. */
    public Stream<String> processes() {
        return stages.stream().map(Stage::processId).filter(Objects::nonNull);
    }

    /** Whether teachers alone take part, as its registers say. */
    public boolean isOfTeachers() {
        return isOf(TEACHER);
    }

    /** Whether pupils alone take part. */
    public boolean isOfPupils() {
        return isOf(PUPIL);
    }

    /** A roadmap without registers is for everybody. */
    private boolean isOf(String category) {
        Set<String> categories = activities()
                .map(activity -> activity.constants().get(CATEGORY))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return categories.equals(Set.of(category));
    }

    /** All activities, each once, stage by stage. */
    public Stream<RoadmapActivity> activities() {
        return stages.stream().flatMap(stage -> stage.activities().stream());
    }
}
