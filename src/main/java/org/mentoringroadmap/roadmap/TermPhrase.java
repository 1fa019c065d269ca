package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * The phrases that stand in the schools' roadmaps in place of a date. Their wordings and readings are in the bundle
 * {@code messages/roadmap} under {@code term.words.*} and {@code term.reading.*}.
 */
enum TermPhrase {
    /** During the school year: 1 September of the first year to 31 May of the second. */
    SCHOOL_YEAR,

    /** «постоянно», «весь период», «по срокам программ»: the pairs work from September to May. */
    PERMANENT,

    /** A month before the launch. The programme is launched on 1 September, so it is the August before. */
    MONTH_BEFORE_LAUNCH(MonthDay.of(8, 1), MonthDay.of(8, 31), false),

    /** Until the lessons end. */
    SCHOOL_YEAR_END(null, MonthDay.of(5, 31), true),

    /** Until the lessons begin. */
    SCHOOL_YEAR_BEGINNING(null, MonthDay.of(8, 31), false),

    /** Until the first calendar year ends. */
    CALENDAR_YEAR_END(null, MonthDay.of(12, 31), false),

    /** As the need arises: any time of the school year. */
    AS_NEEDED,

    /**
     * By a schedule of its own: the model knows no date, so the widest one holds, which is the school year; the
     * curator moves the task's due date to the day of the schedule.
     */
    BY_SCHEDULE;

    private final MonthDay from;
    private final MonthDay to;
    private final boolean inSecondYear;
    private final Pattern words = Pattern.compile(Messages.raw("term.words." + code()));

    TermPhrase() {
        this(MonthDay.of(9, 1), MonthDay.of(5, 31), true);
    }

    TermPhrase(MonthDay from, MonthDay to, boolean inSecondYear) {
        this.from = from;
        this.to = to;
        this.inSecondYear = inSecondYear;
    }

    static Optional<TermPhrase> find(String words) {
        return Arrays.stream(values())
                .filter(phrase -> phrase.words.matcher(words).matches())
                .findFirst();
    }

    TermSpan in(SchoolYear year) {
        LocalDate last = to.atYear(inSecondYear ? year.secondYear() : year.firstYear());
        return new TermSpan(from == null ? null : from.atYear(year.firstYear()), last);
    }

    String reading() {
        return Messages.text("term.reading." + code());
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
