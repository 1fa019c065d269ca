package org.mentoringroadmap.overview.web;

import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.RoleTitles;
import org.springframework.stereotype.Component;

/** Whom the paper names as responsible. Templates call it. */
@Component("printedResponsible")
class PrintedResponsible {
    private final RoleTitles titles;

    PrintedResponsible(RoleTitles titles) {
        this.titles = titles;
    }

    /** As the paper says it: the titles of the roles, other words where the model has them; empty where it names nobody. */
    public String of(RoadmapActivity activity) {
        return activity.printedResponsible() == null ? roles(activity) : activity.printedResponsible();
    }

    /** Titles of the roles that get the task. */
    public String roles(RoadmapActivity activity) {
        return activity.responsible().stream().map(titles::of).collect(Collectors.joining(", "));
    }
}
