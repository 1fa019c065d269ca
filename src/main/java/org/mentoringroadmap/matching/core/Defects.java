package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.List;

/** Collects defects; a file of a million wrong rows must not fill the memory with them. */
final class Defects {
    static final int KEPT = 1000;

    private final List<Defect> kept = new ArrayList<>();

    void add(Defect defect) {
        if (kept.size() < KEPT) {
            kept.add(defect);
        }
    }

    void throwIfAny() {
        if (!kept.isEmpty()) {
            throw new InvalidProblemException(kept);
        }
    }
}
