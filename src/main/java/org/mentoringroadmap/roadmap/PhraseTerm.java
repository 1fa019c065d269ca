package org.mentoringroadmap.roadmap;

import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * The phrases that stand in the schools' roadmaps in place of a date. Their wording and their readings are in the bundle
 * {@code messages/roadmap} under {@code term.phrase.*} and {@code term.reading.*}.
 */
enum PhraseTerm implements Term {
    /** During the school year: 1 September of the first year to 31 May of the second (reading of seed 004). */
    SCHOOL_YEAR(MonthDay.of(9, 1), MonthDay.of(5, 31), true),

    /**
     * By a schedule of its own: the model knows no date, so the widest one holds, which is the school year; the
     * curator moves the task's due date to the day of the schedule.
     */
    BY_SCHEDULE(MonthDay.of(9, 1), MonthDay.of(5, 31), true),

    /** A month before the launch. The programme is launched on 1 September, so it is the August before (seed 001). */
    MONTH_BEFORE_LAUNCH(MonthDay.of(8, 1), MonthDay.of(8, 31), false);

    private final MonthDay start;
    private final MonthDay due;
    private final boolean dueInSecondYear;

    PhraseTerm(MonthDay start, MonthDay due, boolean dueInSecondYear) {
        this.start = start;
        this.due = due;
        this.dueInSecondYear = dueInSecondYear;
    }

    static Optional<PhraseTerm> find(String text) {
        return Arrays.stream(values())
                .filter(phrase -> phrase.text().equalsIgnoreCase(text))
                .findFirst();
    }

    @Override
    public String text() {
        return Messages.text("term.phrase." + code());
    }

    @Override
    public LocalDateTime startIn(SchoolYear year) {
        return start.atYear(year.firstYear()).atTime(DAY_START);
    }

    @Override
    public LocalDateTime dueIn(SchoolYear year) {
        return due.atYear(dueInSecondYear ? year.secondYear() : year.firstYear())
                .atTime(DAY_END);
    }

    @Override
    public Optional<String> reading() {
        return Optional.of(Messages.text("term.reading." + code()));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
