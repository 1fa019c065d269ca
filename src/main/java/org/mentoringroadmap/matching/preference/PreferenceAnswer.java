package org.mentoringroadmap.matching.preference;

import java.util.List;
import java.util.Set;

/**
 * What one participant said about the other side after the group meeting.
 *
 * @param answered whether anything was said; an answer may name nobody
 * @param ranked participants of the other side, the dearest first
 * @param refused participants of the other side with whom this one does not want to work
 */
public record PreferenceAnswer(boolean answered, List<Long> ranked, Set<Long> refused) {
    /** Nothing was said yet. */
    public static final PreferenceAnswer NOTHING = new PreferenceAnswer(false, List.of(), Set.of());

    /** Keeps its own copies. */
    public PreferenceAnswer {
        ranked = List.copyOf(ranked);
        refused = Set.copyOf(refused);
    }
}
