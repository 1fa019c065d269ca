package org.mentoringroadmap.roadmap;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.SchoolYear;

/** A term that is a day of the first or second calendar year of the school year; {@code time} may be null. */
public record DateTerm(String text, boolean inSecondYear, MonthDay day, LocalTime time) implements Term {

    private static final Pattern GRAMMAR =
            Pattern.compile("\\$\\{(firstYear|secondYear)}-(\\d\\d)-(\\d\\d)(?:T(\\d\\d:\\d\\d:\\d\\d))?");
    private static final Pattern CALENDAR_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** Whether a text is written as a day and not in words. */
    static boolean isMeant(String text) {
        return text.contains("${") || CALENDAR_DATE.matcher(text).matches();
    }

    /** The day that a text names, if it has the shape of such a day. */
    public static DateTerm parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidTermException(
                    CALENDAR_DATE.matcher(text).matches()
                            ? InvalidTermException.Reason.FIXED_YEAR
                            : InvalidTermException.Reason.UNKNOWN,
                    text);
        }
        try {
            MonthDay day = MonthDay.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
            if (day.equals(LEAP_DAY)) {
                // The engine would fail on it in three years of four.
                throw new InvalidTermException(InvalidTermException.Reason.NO_SUCH_DAY, text);
            }
            LocalTime time = matcher.group(4) == null ? null : LocalTime.parse(matcher.group(4));
            return new DateTerm(text, matcher.group(1).equals("secondYear"), day, time);
        } catch (DateTimeException e) {
            throw new InvalidTermException(InvalidTermException.Reason.NO_SUCH_DAY, text);
        }
    }

    @Override
    public boolean hasStart() {
        return false;
    }

    @Override
    public LocalDateTime startIn(SchoolYear year) {
        return at(year, DAY_START);
    }

    @Override
    public LocalDateTime dueIn(SchoolYear year) {
        return at(year, DAY_END);
    }

    @Override
    public String words() {
        String year = Messages.text("term.reading.day." + (inSecondYear ? 1 : 0), WordTerm.DAY.format(day));
        return time == null ? year : Messages.text("term.reading.at", year, time);
    }

    @Override
    public Optional<String> reading() {
        return Optional.empty();
    }

    private LocalDateTime at(SchoolYear year, LocalTime defaultTime) {
        int calendarYear = inSecondYear ? year.secondYear() : year.firstYear();
        return day.atYear(calendarYear).atTime(time == null ? defaultTime : time);
    }
}
