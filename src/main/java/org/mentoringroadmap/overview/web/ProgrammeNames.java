package org.mentoringroadmap.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.overview.ProgrammeYear;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.task.OpenTask;

/**
 * Names programmes by what tells them apart: the year always, roadmap and school only where there are several. Templates
 * call it, so its methods are public.
 */
final class ProgrammeNames {
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> years = new HashMap<>();
    private final Map<Long, Map<String, String>> itemsByElement = new HashMap<>();

    ProgrammeNames(List<ProgrammeYear> running, List<School> schools) {
        boolean severalRoadmaps =
                running.stream().map(year -> year.roadmap().id()).distinct().count() > 1;
        for (ProgrammeYear year : running) {
            String when = year.programme().schoolYear().text();
            String roadmap = severalRoadmaps ? ", " + year.roadmap().title() : "";
            String school =
                    schools.size() > 1 ? ", " + school(schools, year.programme().schoolId()) : "";
            names.put(year.programme().id(), when + roadmap + school);
            years.put(year.programme().id(), when + school);
            Map<String, String> items = new HashMap<>();
            year.roadmap()
                    .activities()
                    .filter(activity -> activity.calledElement() == null)
                    .forEach(activity -> items.put(activity.elementId(), activity.item()));
            itemsByElement.put(year.programme().id(), items);
        }
    }

    /** The name of a programme; empty for one that is not among the years. */
    public String of(Long programmeId) {
        return names.getOrDefault(programmeId, "");
    }

    /** The same without the roadmap, for lists that name it in a line of its own. */
    public String yearOf(Long programmeId) {
        return years.getOrDefault(programmeId, "");
    }

    /** Item of a task: handed in to its block, or that of the element where it stands in a stage; null for none. */
    public String itemOf(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem())
                .orElseGet(() -> itemsByElement
                        .getOrDefault(task.programmeId(), Map.of())
                        .get(task.definitionKey()));
    }

    /** Whether a task belongs to an activity. */
    static boolean belongs(OpenTask task, RoadmapActivity activity) {
        return task.roadmapItem() == null
                ? activity.calledElement() == null && activity.elementId().equals(task.definitionKey())
                : activity.item().equals(task.roadmapItem());
    }

    private static String school(List<School> schools, String id) {
        return schools.stream()
                .filter(school -> school.id().equals(id))
                .map(school -> school.requisites().shortName())
                .findFirst()
                .orElse(id);
    }
}
