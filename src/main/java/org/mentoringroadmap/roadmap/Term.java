package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * The term of an activity, or one end of it, as it is written in a model, free of any calendar year where the paper names
 * none, so that a model needs no edit for a new school year.
 *
 * <p>A term is a date of the first or second calendar year of the school year ({@code ${firstYear}-06-01}, {@code
 * ${secondYear}-05-31T12:00:00}), the words of a paper ({@link WordTerm}), or counted from another activity ({@link
 * RelativeTerm}). A term that is a date without a time begins at {@link #DAY_START} when it is a start and ends at {@link
 * #DAY_END} when it is a due date.
 */
public sealed interface Term permits DateTerm, WordTerm, RelativeTerm {

    /** Time of day at which an activity starts when its term names none. */
    LocalTime DAY_START = LocalTime.of(8, 0);

    /** Time of day at which an activity is due when its term names none. */
    LocalTime DAY_END = LocalTime.of(18, 0);

    /**
     * Reads a term from a model.
     *
     * @throws InvalidTermException when the text is neither a date of a school year nor words that papers use
     */
    static Term parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidTermException(InvalidTermException.Reason.EMPTY, "");
        }
        String trimmed = text.strip();
        return DateTerm.isMeant(trimmed)
                ? DateTerm.parse(trimmed)
                : TermWords.read(trimmed)
                        .orElseThrow(() -> new InvalidTermException(TermWords.unreadable(trimmed), trimmed));
    }

    /** The term as it is written in the model. */
    String text();

    /** Whether the term itself says when the activity begins: «октябрь» does, «до 15 октября» and a single date do not. */
    boolean hasStart();

    /** When an activity with this start begins in the given school year. */
    LocalDateTime startIn(SchoolYear year);

    /** When an activity with this due date is due in the given school year; never before {@link #startIn}. */
    LocalDateTime dueIn(SchoolYear year);

    /** The last days of all its parts in order: of «декабрь, май» two, of most terms one, the day of {@link #dueIn}. */
    default List<LocalDate> pointsIn(SchoolYear year) {
        return List.of(dueIn(year).toLocalDate());
    }

    /** How often the activity repeats; empty for most. */
    default Optional<Repetition> repetition() {
        return Optional.empty();
    }

    /** As a person reads it: in the words of the paper, and a date of the model as a day of the first or second year. */
    default String words() {
        return text();
    }

    /** The same for what stands in a model; what is no term stays as it is. */
    static String inWords(String text) {
        try {
            return parse(text).words();
        } catch (InvalidTermException e) {
            return text;
        }
    }

    /** How the product reads the term, in Russian; empty when the term is a date and needs no explanation. */
    Optional<String> reading();
}
