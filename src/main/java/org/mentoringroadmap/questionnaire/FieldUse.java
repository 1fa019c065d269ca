package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * What is done with the answer to a question beside reading and counting it, as the properties of its field say.
 *
 * @param register which field of the card the answer is about, by the name of the field in small letters; empty for none
 * @param words what stands in the card for a value, by value; a value without words is left out. Empty where the labels stand
 *     there
 * @param helpAsked values by which somebody asks for help
 * @param preference whether the answer names somebody whom the person would like, or refuses; empty for neither
 * @param respondent whether the answer says who answers
 * @param overall values that say that it was good on the whole; of a scale any word, since its upper half says so
 */
public record FieldUse(
        String register,
        Map<String, String> words,
        List<String> helpAsked,
        String preference,
        boolean respondent,
        List<String> overall) {
    /** Value of {@link #preference}: somebody is named, the dearest first. */
    public static final String LIKED = "liked";

    /** Value of {@link #preference}: somebody is refused. */
    public static final String REFUSED = "refused";

    /** The answer is read and counted, nothing else. */
    public static final FieldUse NONE = new FieldUse("", Map.of(), List.of(), "", false, List.of());

    /** Keeps its own copies. */
    public FieldUse {
        words = Map.copyOf(words);
        helpAsked = List.copyOf(helpAsked);
        overall = List.copyOf(overall);
    }

    /** Whether the answer says how it was on the whole. */
    public boolean isOverall() {
        return !overall.isEmpty();
    }

    /** Whether somebody may ask for help by the answer. */
    public boolean asksForHelp() {
        return !helpAsked.isEmpty();
    }
}
