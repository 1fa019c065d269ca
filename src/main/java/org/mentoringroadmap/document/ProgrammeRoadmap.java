package org.mentoringroadmap.document;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/** Reads from the deployed models what documents print, so that paper and process cannot disagree. */
@Component
class ProgrammeRoadmap {
    private static final List<String> FORMS =
            List.of("Activity_ChooseForms", "Task_ChooseForms", "Activity_ProgrammeBank");

    private final Roadmaps roadmaps;
    private final Texts texts;

    ProgrammeRoadmap(Roadmaps roadmaps, Texts texts) {
        this.roadmaps = roadmaps;
        this.texts = texts;
    }

    /** The rows of the paper table. */
    List<Map<String, Object>> rows(Programme programme) {
        SchoolYear year = programme.schoolYear();
        return roadmap(programme).stages().stream()
                .flatMap(stage -> stage.activities().stream().map(activity -> row(stage, activity, year)))
                .toList();
    }

    /** The terms that orders name: «до 31 августа 2025 г.»; blank where the roadmap has no such activity. */
    Map<String, Object> terms(Programme programme) {
        SchoolYear year = programme.schoolYear();
        Roadmap roadmap = roadmap(programme);
        return CommonContent.values(
                "documents",
                until(roadmap, year, isDocument(DocumentType.REGULATION).or(isDocument(DocumentType.ROADMAP))),
                "information",
                until(roadmap, year, activity -> "class-checklist".equals(activity.calledElement())),
                "forms",
                until(roadmap, year, activity -> FORMS.contains(activity.elementId())),
                "site",
                until(roadmap, year, activity -> activity.responsible().equals(List.of(Role.SITE_EDITOR.id()))),
                "report",
                until(roadmap, year, activity -> true));
    }

    private Roadmap roadmap(Programme programme) {
        return roadmaps.get(programme.roadmap());
    }

    private Map<String, Object> row(Stage stage, RoadmapActivity activity, SchoolYear year) {
        return CommonContent.values(
                "number", stage.number(),
                "stage", stage.title(),
                "block", activity.blockTitle(),
                "content", activity.title(),
                "term", activity.term() == null ? null : activity.term().cell(year),
                "responsible",
                        activity.responsible().stream()
                                .flatMap(roles -> Arrays.stream(roles.split(",")))
                                .map(role -> Objects.requireNonNullElse(texts.find("role." + role.strip()), role))
                                .collect(Collectors.joining(", ")));
    }

    private static Predicate<RoadmapActivity> isDocument(DocumentType type) {
        return activity -> type.id().equals(activity.constants().get("documentType"));
    }

    private String until(Roadmap roadmap, SchoolYear year, Predicate<RoadmapActivity> which) {
        Stream<LocalDateTime> ends = roadmap.activities()
                .filter(which)
                .filter(activity -> activity.due() != null)
                .map(activity -> activity.due().dueIn(year));
        return ends.max(Comparator.naturalOrder())
                .map(end -> texts.text("document.until", texts.date(end.toLocalDate())))
                .orElse(null);
    }
}
