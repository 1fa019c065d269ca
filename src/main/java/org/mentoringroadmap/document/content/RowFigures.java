package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.springframework.stereotype.Component;

/**
 * What has been counted in a row of the roadmap, as texts of documents ask for it: «{ответили 3.1b}». What nobody has
 * counted stays a line to write on.
 */
@Component
class RowFigures {
    private static final String ONE_TIME = "Task_RecordTime";

    private final Steps steps;
    private final Events events;
    private final Editions editions;
    private final ResponseShares shares;
    private final DocumentTexts texts;

    /** What a figure is called in the bundle, and how it is found by programme and key of the row. */
    private final Map<String, BiFunction<Long, String, Object>> figures = Map.of(
            "invited", (programme, row) -> answers(programme, row).figure("invited"),
            "answered", (programme, row) -> answers(programme, row).figure("answered"),
            "respondents", (programme, row) -> answers(programme, row).figure("respondents"),
            "positive", this::positive,
            "included", (programme, row) -> answers(programme, row).figure("included"),
            "learners", (programme, row) -> answers(programme, row).figure("learners"),
            "times", this::times);

    RowFigures(Steps steps, Events events, Editions editions, ResponseShares shares, DocumentTexts texts) {
        this.steps = steps;
        this.events = events;
        this.editions = editions;
        this.shares = shares;
        this.texts = texts;
    }

    /** The text with the figures in their places. */
    String said(Programme programme, String text) {
        String said = text;
        for (Map.Entry<String, BiFunction<Long, String, Object>> figure : figures.entrySet()) {
            String word = Pattern.quote(texts.text("document.text.row." + figure.getKey()));
            said = Pattern.compile("\\{" + word + "\\s+([^\\s{}]+)}")
                    .matcher(said)
                    .replaceAll(place -> Matcher.quoteReplacement(row(programme, place.group(1))
                            .map(row -> figure.getValue().apply(programme.id(), row))
                            .map(String::valueOf)
                            .orElseGet(() -> texts.text("document.text.unknown"))));
        }
        return said;
    }

    /** Key of the row that has a number. */
    private Optional<String> row(Programme programme, String number) {
        return editions.roadmap(programme)
                .activities()
                .filter(row -> row.items().stream().anyMatch(item -> RoadmapItems.same(item, number)))
                .map(RoadmapActivity::key)
                .findFirst();
    }

    private StepAnswers answers(Long programmeId, String row) {
        return StepAnswers.of(steps.of(programmeId, row));
    }

    /** Where few have answered nobody learns how many of them are content. */
    private Object positive(Long programmeId, String row) {
        StepAnswers answers = answers(programmeId, row);
        Integer positive = answers.figure("positive");
        return positive == null ? null : shares.unlessFew(positive, answers.figure("respondents"));
    }

    /** How often it took place: times of what is done again and again, or the event. */
    private Long times(Long programmeId, String row) {
        List<StepRecord> done = steps.of(programmeId, row).stream()
                .filter(step -> step.step().startsWith(ONE_TIME) && step.outcome() == Outcome.DONE)
                .toList();
        long held = events.of(programmeId).stream()
                .filter(event ->
                        event.activityKey().equals(row) && event.heldOn().isPresent())
                .count();
        return done.isEmpty() && held == 0 ? null : done.size() + held;
    }
}
