package org.mentoringroadmap.exchange;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.EnteredText;

/**
 * Days as people and programs write them: 01.09.2014, 1/9/14, 2014-09-01, «1 сентября 2014 г.», 20140901, 41883, each with
 * a time of day behind it or without.
 */
final class EnteredDay {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final String TIME =
            "(?:[t, ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?(?:z|мск|[+-]\\d{2}:?\\d{2}))?)?";
    private static final String OF_THE_YEAR = "\\s*(?:г\\.?\\s*р\\.?|\\p{L}{0,4}\\.?)";
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[t ][\\d:.]+(?: ?(?:z|мск|[+-]\\d{2}:?\\d{2}))?)?");
    private static final Pattern RUSSIAN_DAY =
            Pattern.compile("(\\d{1,2})[-./, ]+(\\d{1,2})[-./, ]+(\\d{4}|\\d{2})" + OF_THE_YEAR + TIME);
    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})[-. ]*(\\p{L}{3,})[-., ]*(\\d{4}|\\d{2})" + OF_THE_YEAR + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{2})(\\d{2})((?:19|20)\\d{2})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("(\\d{4,5})(?:[.,]\\d+)?");
    private static final Pattern WEEKDAY = Pattern.compile("^(\\p{L}{2,})[., ]+(?=\\d)");

    /** Day 1 of a spreadsheet is 1 January 1900; from March 1900 on it is one day ahead, as it knows a 29 February 1900. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int CENTURY = 100;

    private EnteredDay() {}

    /**
     * Reads a day.
     *
     * @param today decides the century of a year with two digits: none lies ahead
     * @return empty for what is no day, 31.02. among it
     */
    static Optional<LocalDate> parse(String text, LocalDate today) {
        return parse(text, today, day -> true);
    }

    /**
     * The same.
     *
     * @param fits which days can be: it decides the century of a year with two digits where only one of them can
     */
    static Optional<LocalDate> parse(String text, LocalDate today, Predicate<LocalDate> fits) {
        String plain = withoutWeekday(EnteredText.plain(text).toLowerCase(RUSSIAN));
        try {
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            Matcher day = RUSSIAN_DAY.matcher(plain);
            if (day.matches()) {
                return Optional.of(day(day, number(day, 2), today, fits));
            }
            Matcher words = WORDS.matcher(plain);
            if (words.matches()) {
                return month(words.group(2)).map(month -> day(words, month.getValue(), today, fits));
            }
            return figures(plain);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Day in the first group, year in the third. */
    private static LocalDate day(Matcher matcher, int month, LocalDate today, Predicate<LocalDate> fits) {
        int year = number(matcher, 3);
        if (matcher.group(3).length() > 2) {
            return LocalDate.of(year, month, number(matcher, 1));
        }
        int century = today.getYear() / CENTURY * CENTURY;
        int last = century + year > today.getYear() ? century - CENTURY + year : century + year;
        LocalDate day = LocalDate.of(last, month, number(matcher, 1));
        LocalDate earlier = day.minusYears(CENTURY);
        boolean isThen = earlier.getDayOfMonth() == day.getDayOfMonth();
        return !fits.test(day) && isThen && fits.test(earlier) ? earlier : day;
    }

    private static String withoutWeekday(String text) {
        Matcher word = WEEKDAY.matcher(text);
        boolean weekday = word.find()
                && Stream.of(DayOfWeek.values())
                        .anyMatch(day -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                .anyMatch(style ->
                                        day.getDisplayName(style, RUSSIAN).equals(word.group(1))));
        return weekday ? text.substring(word.end()) : text;
    }

    private static Optional<Month> month(String word) {
        return Stream.of(Month.values())
                .filter(month -> name(month, TextStyle.FULL).startsWith(word)
                        || name(month, TextStyle.FULL_STANDALONE).startsWith(word))
                .findFirst();
    }

    private static String name(Month month, TextStyle style) {
        return month.getDisplayName(style, RUSSIAN).toLowerCase(RUSSIAN);
    }

    /** Eight figures are a day, four or five the number of one; a number of a year alone is no day. */
    private static Optional<LocalDate> figures(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches() && number(first, 2) <= Month.values().length) {
            return Optional.of(LocalDate.of(number(first, 1), number(first, 2), number(first, 3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return Optional.of(LocalDate.of(number(last, 3), number(last, 2), number(last, 1)));
        }
        Matcher serial = SERIAL.matcher(text);
        return serial.matches() && number(serial, 1) >= 3000
                ? Optional.of(SERIAL_ZERO.plusDays(number(serial, 1)))
                : Optional.empty();
    }
}
