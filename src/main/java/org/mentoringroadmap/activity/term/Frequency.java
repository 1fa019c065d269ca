package org.mentoringroadmap.activity.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.Repetition;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

/** How often an activity that is done again and again comes up within its term. */
public enum Frequency {
    /** From Monday to Sunday. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** A calendar quarter, from January on. */
    QUARTER,
    /** Whenever there is an occasion: people say whether there will be another one. */
    EVENT;

    /** Every id, as models write it. */
    public static final Set<String> IDS =
            Arrays.stream(values()).map(Frequency::id).collect(Collectors.toUnmodifiableSet());

    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * One time of the activity.
     *
     * @param start when it can be done
     * @param due when it should be
     */
    public record Time(LocalDateTime start, LocalDateTime due) {}

    /** As models write it: {@code week}, {@code month}, {@code quarter}, {@code event}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Finds a frequency by its id. */
    public static Optional<Frequency> of(String id) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.id().equals(id))
                .findFirst();
    }

    /**
     * The frequency that goes with the term of the row, in the words of our templates, where the row has another one; empty
     * where it has that one, or the term says none.
     */
    public static Optional<String> against(String id, TermRange term, SchoolYear year) {
        return term.due()
                .repetition()
                .map(Frequency::of)
                .filter(right -> !right.id().equals(id))
                .map(right -> Messages.text("frequency." + right.id()));
    }

    /**
     * Asks as often as the paper says, or else once in the next longer period that there is here, and several times a month
     * are asked about once in it: more often would remind of what is not yet due. Where there is no longer period, people say
     * when there will be another time.
     */
    private static Frequency of(Repetition repetition) {
        return switch (repetition) {
            case DAY, WEEK -> WEEK;
            case TWO_WEEKS, MONTH -> MONTH;
            case QUARTER, SCHOOL_QUARTER -> QUARTER;
            case HALF_YEAR, YEAR, AFTER_EACH -> EVENT;
        };
    }

    /** The time of a term in which a moment lies; of a moment outside the term the first or the last one. */
    public Time at(LocalDateTime moment, LocalDateTime start, LocalDateTime due) {
        LocalDateTime within = moment.isBefore(start) ? start : moment.isAfter(due) ? due : moment;
        if (this == EVENT) {
            return new Time(start, due);
        }
        LocalDate first = firstDay(within.toLocalDate());
        LocalDate last = lastDay(first);
        LocalDateTime begins = first.atTime(Term.DAY_START);
        LocalDateTime ends = last.atTime(Term.DAY_END);
        return new Time(begins.isBefore(start) ? start : begins, ends.isAfter(due) ? due : ends);
    }

    /** The time after this one; empty where the term ends before. */
    public Optional<Time> after(Time time, LocalDateTime start, LocalDateTime due) {
        if (this == EVENT) {
            return Optional.of(new Time(start, due));
        }
        LocalDateTime next =
                lastDay(firstDay(time.start().toLocalDate())).plusDays(1).atTime(Term.DAY_START);
        return next.isAfter(due) ? Optional.empty() : Optional.of(at(next, start, due));
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
            case EVENT -> day;
        };
    }

    private LocalDate lastDay(LocalDate first) {
        return switch (this) {
            case WEEK -> first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> first.plusMonths(1).minusDays(1);
            case QUARTER -> first.plusMonths(MONTHS_OF_QUARTER).minusDays(1);
            case EVENT -> first;
        };
    }
}
