package org.mentoringroadmap.document;

import java.util.List;
import org.mentoringroadmap.activity.StepRecord;

/** Figures and texts of some steps; where several say the same, the last counts. */
final class StepFacts {
    private final List<StepRecord> steps;

    private StepFacts(List<StepRecord> steps) {
        this.steps = steps;
    }

    /** @param steps the earlier recorded first */
    static StepFacts of(List<StepRecord> steps) {
        return new StepFacts(steps);
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
