package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A questionnaire as its form says it.
 *
 * @param key name of its file without the ending
 * @param title as people read it
 * @param byOthers whether others answer it about a participant; otherwise participants about themselves
 * @param items from the top to the end
 * @param uses what is done with answers beside reading them, by the key of the question
 */
public record Questionnaire(String key, String title, boolean byOthers, List<Item> items, Map<String, FieldUse> uses) {
    /** Keeps its own copy. */
    public Questionnaire {
        items = List.copyOf(items);
        uses = Map.copyOf(uses);
    }

    /** What is asked, in order. */
    public List<Item.Question> questions() {
        return items.stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .toList();
    }

    /** What is done with the answer to a question. */
    public FieldUse use(Item.Question question) {
        return uses.getOrDefault(question.key(), FieldUse.NONE);
    }

    /** The questions of such a use, in order. */
    public List<Item.Question> questions(Predicate<FieldUse> such) {
        return questions().stream().filter(question -> such.test(use(question))).toList();
    }
}
