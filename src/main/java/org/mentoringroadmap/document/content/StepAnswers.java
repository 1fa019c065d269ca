package org.mentoringroadmap.document.content;

import java.util.List;
import org.mentoringroadmap.activity.StepRecord;

/** Figures and texts of some steps; where several say the same, the last counts. */
final class StepAnswers {
    private final List<StepRecord> steps;

    private StepAnswers(List<StepRecord> steps) {
        this.steps = steps;
    }

    /** @param steps the earlier recorded first */
    static StepAnswers of(List<StepRecord> steps) {
        return new StepAnswers(steps);
    }

    /** A figure by the name of its field, or null. */
    Integer figure(String name) {
        return steps.stream()
                .flatMap(step -> step.figure(name).stream())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** A text by the name of its field, or null. */
    String text(String name) {
        return steps.stream()
                .flatMap(step -> step.text(name).stream())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
