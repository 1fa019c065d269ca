package org.mentoringroadmap.register;

import java.time.LocalDateTime;
import java.util.List;

/** What the matching of pairs keeps of a participant; implemented by the feature that matches. */
public interface MatchingHistory {
    /**
     * An answer, a proposal or a decision.
     *
     * @param at when it was written down
     * @param text key of its text in the bundle
     * @param arguments what stands in the text
     */
    record Entry(LocalDateTime at, String text, List<String> arguments) {}

    /** All of it, the earliest first. Nothing is said of whoever else it was about: those data are theirs. */
    List<Entry> of(Long participantId);
}
