package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/** The term of an activity from its start to its due date; {@code start} is null when the paper names only the end. */
public record TermRange(Term start, Term due) {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Whether the start is not after the due date in the given year. */
    public boolean isOrdered(SchoolYear year) {
        return start == null
                || isCounted(start)
                || isCounted(due)
                || !start.startIn(year).isAfter(due.dueIn(year));
    }

    /** The first day in a year where the paper names one: the start, or the beginning of the words «октябрь». */
    public Optional<LocalDateTime> startIn(SchoolYear year) {
        if (start != null) {
            return Optional.of(start.startIn(year));
        }
        return due.hasStart() ? Optional.of(due.startIn(year)) : Optional.empty();
    }

    /**
     * The term as the column of a paper roadmap says it, in Russian: words as they are written, months where whole months
     * are meant, exact dates otherwise, and only the end where there is no start.
     */
    public String cell(SchoolYear year) {
        if (!(due instanceof DateTerm) && (start == null || start.equals(due))) {
            return due.text();
        }
        LocalDate to = due.dueIn(year).toLocalDate();
        if (start == null) {
            return Messages.text("term.cell.until", DATE.format(to));
        }
        if (isCounted(start) || isCounted(due) || start instanceof WordTerm && due instanceof WordTerm) {
            return Messages.text("term.cell.dates", word(start, from(year)), word(due, to));
        }
        LocalDate from = from(year);
        if (from.getDayOfMonth() == 1 && isMonthEnd(to)) {
            return months(YearMonth.from(from), YearMonth.from(to));
        }
        return from.equals(to)
                ? DATE.format(from)
                : Messages.text("term.cell.dates", DATE.format(from), DATE.format(to));
    }

    private LocalDate from(SchoolYear year) {
        return start.startIn(year).toLocalDate();
    }

    /** Whether only the other activity knows the day. */
    private static boolean isCounted(Term term) {
        return term instanceof RelativeTerm;
    }

    private static String word(Term term, LocalDate day) {
        return term instanceof DateTerm ? DATE.format(day) : term.text();
    }

    private static String months(YearMonth from, YearMonth to) {
        if (from.equals(to)) {
            return Messages.text("term.cell.month", month(from), year(from));
        }
        return from.getYear() == to.getYear()
                ? Messages.text("term.cell.months", month(from), month(to), year(from))
                : Messages.text("term.cell.months-of-years", month(from), year(from), month(to), year(to));
    }

    /** 28 February is the end of the month in every year, since a model cannot name the 29th. */
    private static boolean isMonthEnd(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth()
                || date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == 28;
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN);
    }

    private static String year(YearMonth month) {
        return Integer.toString(month.getYear());
    }
}
