package org.mentoringroadmap.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.mentoringroadmap.participant.ParticipantRole;

/**
 * A questionnaire as its form says it.
 *
 * @param key name of its file without the ending
 * @param title as people read it
 * @param byOthers whether others answer it about a participant; otherwise participants about themselves
 * @param asks whom a questionnaire of the school's own is sent to; {@link Asks#ROW} where rows of the roadmap say it
 * @param items from the top to the end
 * @param uses what is done with answers beside reading them, by the key of the question
 */
public record Questionnaire(
        String key, String title, boolean byOthers, Asks asks, List<Item> items, Map<String, FieldUse> uses) {
    /** Whom a questionnaire is sent to. */
    public enum Asks {
        ROW,
        MENTEES,
        MENTORS,
        EVERYBODY;

        /** As the form says it, in its property {@code asks}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether whoever has this part in the programme is meant. */
        boolean means(ParticipantRole role) {
            return switch (this) {
                case ROW -> false;
                case MENTEES -> role == ParticipantRole.MENTEE;
                case MENTORS -> role == ParticipantRole.MENTOR;
                case EVERYBODY -> true;
            };
        }

        static Asks of(String id) {
            return Arrays.stream(values())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElse(ROW);
        }
    }

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

    /** Whether some answers are offered for the card of the participant, which more people read than the answers. */
    public boolean goesToCard() {
        return !questions(use -> !use.register().isEmpty()).isEmpty();
    }

    /** Whether somebody is named or refused, which all see who look for the pairs. */
    public boolean namesPeople() {
        return !questions(use -> !use.preference().isEmpty()).isEmpty();
    }

    /** Whether an answer is of use with others about the same person: with the card, with a measurement of another day. */
    public boolean isAboutOne() {
        return goesToCard()
                || byOthers
                || questions().stream()
                        .anyMatch(question -> question instanceof Item.Scale scale
                                && !scale.measures().isEmpty());
    }

    /** The questions of such a use, in order. */
    public List<Item.Question> questions(Predicate<FieldUse> such) {
        return questions().stream().filter(question -> such.test(use(question))).toList();
    }
}
