package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import java.time.Month;
import org.mentoringroadmap.shared.SchoolYear;

/** Days of a school year that terms are measured by. */
final class YearDays {
    private YearDays() {}

    /** The last day to which a term may be moved: the end of the calendar year in which lessons end. */
    static LocalDate last(SchoolYear year) {
        return LocalDate.of(year.secondYear(), Month.DECEMBER, 31);
    }

    /** The last day of lessons. */
    static LocalDate lessonsEnd(SchoolYear year) {
        return LocalDate.of(year.secondYear(), Month.MAY, 31);
    }
}
