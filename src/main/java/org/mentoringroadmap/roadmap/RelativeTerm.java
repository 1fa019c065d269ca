package org.mentoringroadmap.roadmap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * A term counted from another activity: «в течение 10 дней после 1.2.1», «за неделю до 7.2.3». It is counted from the
 * last day of the other one: the day on which its end is recorded, and until then the planned or moved one. Only a
 * {@link RoadmapCalendar} knows that day.
 *
 * @param text as it is written
 * @param item number of the other activity as it is written here
 * @param amount how many; null for «после 1.2.1», which says no more than when it may begin
 * @param unit of what; null where there is no amount
 * @param before whether it ends before the other one, rather than after it
 */
public record RelativeTerm(String text, String item, Integer amount, Unit unit, boolean before) implements Term {
    /** What terms are counted in. */
    public enum Unit {
        DAY,
        WORKING_DAY,
        WEEK,
        MONTH
    }

    /** Whether its own words say when it ends. */
    public boolean hasEnd() {
        return amount != null;
    }

    /** First day, where the other one ends on the given day; empty for what has to be ready before that. */
    Optional<LocalDate> startFrom(LocalDate end) {
        return before ? Optional.empty() : Optional.of(end.plusDays(1));
    }

    /** Last day, where the other one ends on the given day. */
    LocalDate dueFrom(LocalDate end) {
        int count = before ? -amount : amount;
        return switch (unit) {
            case DAY -> end.plusDays(count);
            case WEEK -> end.plusWeeks(count);
            case MONTH -> end.plusMonths(count);
            case WORKING_DAY -> workingDays(end, count);
        };
    }

    private static LocalDate workingDays(LocalDate end, int count) {
        LocalDate day = end;
        for (int left = Math.abs(count); left > 0; ) {
            day = day.plusDays(Integer.signum(count));
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    @Override
    public boolean hasStart() {
        return !before;
    }

    /** The widest reading, where nobody knows the other activity: the school year. */
    @Override
    public LocalDateTime startIn(SchoolYear year) {
        return TermPhrase.SCHOOL_YEAR.in(year).from().atTime(DAY_START);
    }

    /** The widest reading, where nobody knows the other activity: the school year. */
    @Override
    public LocalDateTime dueIn(SchoolYear year) {
        return TermPhrase.SCHOOL_YEAR.in(year).to().atTime(DAY_END);
    }

    @Override
    public Optional<String> reading() {
        String code = amount == null ? "begins" : before ? "before" : "after";
        return Optional.of(Messages.text("term.reading.relative." + code, RoadmapItems.printed(item)));
    }
}
