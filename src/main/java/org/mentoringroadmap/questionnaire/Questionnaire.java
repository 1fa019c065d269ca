package org.mentoringroadmap.questionnaire;

import java.util.List;

/**
 * A questionnaire as its form says it.
 *
 * @param key name of its file without the ending
 * @param title as people read it
 * @param byOthers whether others answer it about a participant; otherwise participants about themselves
 * @param items from the top to the end
 */
public record Questionnaire(String key, String title, boolean byOthers, List<Item> items) {
    /** Keeps its own copy. */
    public Questionnaire {
        items = List.copyOf(items);
    }

    /** What is asked, in order. */
    public List<Item.Question> questions() {
        return items.stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .toList();
    }
}
