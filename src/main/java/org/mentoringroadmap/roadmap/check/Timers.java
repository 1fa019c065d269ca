package org.mentoringroadmap.roadmap.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.mentoringroadmap.roadmap.DateTerm;
import org.mentoringroadmap.roadmap.InvalidTermException;

/** Reads timer texts as the engine does: ISO 8601 dates, durations and repetitions, cron with seconds. */
final class Timers {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*[A-Za-z_]\\w*\\s*}");
    private static final Pattern REPETITION = Pattern.compile("R\\d*/(.+)");
    private static final Pattern CRON_FIELD = Pattern.compile("\\?|[*0-9A-Z][0-9A-Z,*/#-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Highest number in second, minute, hour, day of month, month, day of week and year. */
    private static final List<Integer> CRON_LIMITS = List.of(59, 59, 23, 31, 12, 7, 2199);

    /** What repeats more often keeps the installation busy with itself. */
    private static final Duration MIN_PERIOD = Duration.ofMinutes(1);

    private Timers() {}

    static boolean isDate(String text) {
        return isVariable(text) || isSchoolYearDate(text) || isCalendarDate(text);
    }

    static boolean isDuration(String text) {
        if (isVariable(text)) {
            return true;
        }
        try {
            return DatatypeFactory.newInstance().newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isCycle(String text) {
        return isVariable(text) || isRepetition(text) || isCron(text);
    }

    private static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    private static boolean isSchoolYearDate(String text) {
        try {
            DateTerm.parse(text);
            return true;
        } catch (InvalidTermException e) {
            return false;
        }
    }

    private static boolean isCalendarDate(String text) {
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** {@code R/P1D}, {@code R3/start/P1D} or {@code R3/P1D/end}. */
    private static boolean isRepetition(String text) {
        Matcher matcher = REPETITION.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        List<String> parts = List.of(matcher.group(1).split("/", -1));
        return parts.size() <= 2
                && parts.stream().filter(Timers::isDuration).count() == 1
                && parts.stream().allMatch(part -> isDuration(part) && !isTooOften(part) || isDate(part));
    }

    private static boolean isTooOften(String duration) {
        try {
            return !isVariable(duration)
                    && DatatypeFactory.newInstance().newDuration(duration).getTimeInMillis(new Date(0))
                            < MIN_PERIOD.toMillis();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCron(String text) {
        List<String> fields = Arrays.asList(text.split("\\s+"));
        if (fields.size() < 6
                || fields.size() > 7
                || !NUMBER.matcher(fields.get(0)).matches()) {
            return false; // a second is named, or it would be every one
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!isCronField(fields.get(i), CRON_LIMITS.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCronField(String field, int limit) {
        return CRON_FIELD.matcher(field).matches()
                && NUMBER.matcher(field)
                        .results()
                        .allMatch(number -> number.group().length() < 5 && Integer.parseInt(number.group()) <= limit);
    }
}
