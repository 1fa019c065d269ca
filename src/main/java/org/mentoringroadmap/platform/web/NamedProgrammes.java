package org.mentoringroadmap.platform.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.springframework.stereotype.Component;

/** Programmes of all schools as administrators tell them from each other. */
@Component
class NamedProgrammes {
    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Schools schools;

    NamedProgrammes(Programmes programmes, ProgrammeProcess process, Schools schools) {
        this.programmes = programmes;
        this.process = process;
        this.schools = schools;
    }

    /** A programme with the short name of its school and the title of its roadmap. */
    record Named(Long id, String school, String roadmap, String schoolYear) {
        @Override
        public String toString() {
            return String.join(", ", school, roadmap, schoolYear);
        }
    }

    /** Those that the acting account may see and that meet a condition. */
    List<Named> visible(Predicate<Programme> which) {
        Map<String, String> names = schools.visible().stream()
                .collect(Collectors.toMap(
                        School::id, school -> school.requisites().shortName()));
        Map<String, String> roadmaps = process.roadmaps();
        return programmes.visible().stream()
                .filter(which)
                .map(programme -> new Named(
                        programme.id(),
                        names.get(programme.schoolId()),
                        roadmaps.getOrDefault(programme.roadmap(), programme.roadmap()),
                        programme.schoolYear().text()))
                .toList();
    }
}
