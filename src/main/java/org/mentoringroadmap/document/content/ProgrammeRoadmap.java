package org.mentoringroadmap.document.content;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.OrderTerm;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/** Reads from the deployed models what documents print, so that paper and process cannot disagree. */
@Component
class ProgrammeRoadmap {
    private final Editions editions;
    private final Terms terms;
    private final DocumentTexts texts;

    ProgrammeRoadmap(Editions editions, Terms terms, DocumentTexts texts) {
        this.editions = editions;
        this.terms = terms;
        this.texts = texts;
    }

    /** The rows of the paper table. */
    List<Map<String, Object>> rows(Programme programme) {
        SchoolYear year = programme.schoolYear();
        Map<String, MovedTerm> moved = terms.of(programme.id());
        return roadmap(programme).stages().stream()
                .flatMap(stage -> stage.activities().stream()
                        .map(activity -> row(stage, activity, term(activity, year, moved.get(activity.key())))))
                .toList();
    }

    /** The terms that orders name: «до 31 августа 2025 г.»; blank where the roadmap has no such activity. */
    Map<String, Object> terms(Programme programme) {
        Roadmap roadmap = roadmap(programme);
        Map<String, Object> values = new HashMap<>();
        for (OrderTerm place : OrderTerm.values()) {
            values.put(place.id(), until(roadmap, programme, activity -> activity.orderTerm() == place));
        }
        values.put("report", until(roadmap, programme, activity -> true));
        return values;
    }

    /** The item of the roadmap that asks for a kind of document; empty where none does. */
    Optional<String> itemOf(Programme programme, DocumentType type) {
        return roadmap(programme)
                .activities()
                .filter(activity -> type.id().equals(activity.constants().get("documentType")))
                .map(RoadmapActivity::item)
                .findFirst();
    }

    private Roadmap roadmap(Programme programme) {
        return editions.roadmap(programme);
    }

    /** The term as the paper says it; a moved one is marked: until when, since when, and why. */
    private String term(RoadmapActivity activity, SchoolYear year, MovedTerm moved) {
        if (moved != null) {
            return texts.text(
                    "document.term.moved",
                    texts.shortDate(moved.due()),
                    texts.shortDate(moved.plannedDue()),
                    moved.reason());
        }
        return activity.term() == null ? null : activity.term().cell(year);
    }

    private Map<String, Object> row(Stage stage, RoadmapActivity activity, String term) {
        return CommonContent.values(
                "number", stage.number(),
                "stage", stage.title(),
                "block", activity.blockTitle(),
                "content", activity.title(),
                "term", term,
                "responsible",
                        activity.responsible().stream()
                                .flatMap(roles -> Arrays.stream(roles.split(",")))
                                .map(role -> Objects.requireNonNullElse(texts.find("role." + role.strip()), role))
                                .collect(Collectors.joining(", ")));
    }

    private String until(Roadmap roadmap, Programme programme, Predicate<RoadmapActivity> which) {
        Map<String, MovedTerm> moved = terms.of(programme.id());
        Stream<LocalDateTime> ends = roadmap.activities()
                .filter(which)
                .filter(activity -> activity.due() != null)
                .map(activity -> moved.containsKey(activity.key())
                        ? moved.get(activity.key()).dueAt()
                        : activity.due().dueIn(programme.schoolYear()));
        return ends.max(Comparator.naturalOrder())
                .map(end -> texts.text("document.until", texts.date(end.toLocalDate())))
                .orElse(null);
    }
}
