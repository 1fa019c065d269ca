package org.mentoringroadmap.matching.core;

import java.util.List;
import java.util.stream.Collectors;

/** The entries of a problem contradict each other or cannot be. Tells all of them at once; nothing has been solved. */
public class InvalidProblemException extends IllegalArgumentException {
    private static final int TOLD = 10;

    private final transient List<Defect> defects;

    InvalidProblemException(List<Defect> defects) {
        super(defects.stream().limit(TOLD).map(Defect::toString).collect(Collectors.joining("; "))
                + (defects.size() > TOLD ? "; and " + (defects.size() - TOLD) + " more" : ""));
        this.defects = List.copyOf(defects);
    }

    /** In the order of adding, as far as they can be told while adding; at least one, at most {@value Defects#KEPT}. */
    public List<Defect> defects() {
        return defects;
    }
}
