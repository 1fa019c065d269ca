package org.mentoringroadmap.activity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.mentoringroadmap.activity.term.MovedTerm;

/** Moved terms for tests of other packages. */
public final class MovedTerms {
    private MovedTerms() {}

    /** A term that ends on this day instead of the last of May 2027. */
    public static MovedTerm to(LocalDate due) {
        return new MovedTerm(
                7L,
                "000-1.1.1",
                LocalDate.of(2027, 5, 31),
                due,
                "Каникулы",
                "curator",
                LocalDateTime.of(2026, 5, 10, 12, 0));
    }
}
