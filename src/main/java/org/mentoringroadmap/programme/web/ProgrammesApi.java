package org.mentoringroadmap.programme.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The programmes for programs. */
@RestController
class ProgrammesApi {
    /**
     * A programme.
     *
     * @param id key; as text the business key of its process instances
     * @param school id of the school
     * @param schoolName short name of the school
     * @param schoolYear such as {@code 2025-2026}
     * @param roadmap id of the master process
     * @param state {@code RUNNING} or {@code COMPLETED}
     */
    record ProgrammeJson(
            Long id, String school, String schoolName, String schoolYear, String roadmap, Programme.State state) {}

    private final Programmes programmes;
    private final Schools schools;

    ProgrammesApi(Programmes programmes, Schools schools) {
        this.programmes = programmes;
        this.schools = schools;
    }

    /** Programmes that the account sees, the newest year first. */
    @GetMapping("/api/programmes")
    List<ProgrammeJson> list() {
        Map<String, School> byId =
                schools.visible().stream().collect(Collectors.toMap(School::id, Function.identity()));
        return programmes.visible().stream()
                .map(programme -> new ProgrammeJson(
                        programme.id(),
                        programme.schoolId(),
                        byId.get(programme.schoolId()).requisites().shortName(),
                        programme.schoolYear().text(),
                        programme.roadmap(),
                        programme.state()))
                .toList();
    }
}
