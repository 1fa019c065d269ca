package org.mentoringroadmap.roadmap;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * One end of an activity's term as it is written in a model, free of any calendar year, so that a model needs no edit
 * for a new school year.
 *
 * <p>A term is either a date of the first or second calendar year of the school year ({@code ${firstYear}-06-01},
 * {@code ${secondYear}-05-31T12:00:00}), or one of the phrases that the schools' papers use instead of a date, each with
 * a fixed reading (see {@link PhraseTerm}). A term that is a date without a time begins at {@link #DAY_START} when it is
 * a start and ends at {@link #DAY_END} when it is a due date.
 */
public sealed interface Term permits DateTerm, PhraseTerm {

    /** Time of day at which an activity starts when its term names none. */
    LocalTime DAY_START = LocalTime.of(8, 0);

    /** Time of day at which an activity is due when its term names none. */
    LocalTime DAY_END = LocalTime.of(18, 0);

    /**
     * Reads a term from a model.
     *
     * @throws InvalidTermException when the text is neither a date of a school year nor a known phrase
     */
    static Term parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidTermException(InvalidTermException.Reason.EMPTY, "");
        }
        String trimmed = text.trim();
        return PhraseTerm.find(trimmed).<Term>map(phrase -> phrase).orElseGet(() -> DateTerm.parse(trimmed));
    }

    /** The term as it is written in the model. */
    String text();

    /** When an activity with this start begins in the given school year. */
    LocalDateTime startIn(SchoolYear year);

    /** When an activity with this due date is due in the given school year; never before {@link #startIn}. */
    LocalDateTime dueIn(SchoolYear year);

    /** How the product reads the term, in Russian; empty when the term is a date and needs no explanation. */
    Optional<String> reading();
}
