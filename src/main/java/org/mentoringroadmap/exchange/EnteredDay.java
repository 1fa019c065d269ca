package org.mentoringroadmap.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days as people and spreadsheets write them: 01.09.2014, 1/9/14, 2014-09-01, «1 сентября 2014 г.», 41883. */
final class EnteredDay {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[t ][\\d:.]+)?");
    private static final Pattern RUSSIAN_DAY =
            Pattern.compile("(\\d{1,2})[-./, ]+(\\d{1,2})[-./, ]+(\\d{4}|\\d{2})\\s*\\p{L}{0,4}\\.?");
    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})[-. ]*(\\p{L}{3,})[-., ]*(\\d{4})\\s*\\p{L}{0,4}\\.?");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(?:[.,]0+)?");

    /** Day 1 of a spreadsheet is 1 January 1900; from March 1900 on it is one day ahead, as it knows a 29 February 1900. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private EnteredDay() {}

    /**
     * Reads a day.
     *
     * @param today decides the century of a year with two digits: none lies ahead
     * @return empty for what is no day, 31.02. among it
     */
    static Optional<LocalDate> parse(String text, LocalDate today) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            Matcher day = RUSSIAN_DAY.matcher(plain);
            if (day.matches()) {
                return Optional.of(LocalDate.of(year(day.group(3), today), number(day, 2), number(day, 1)));
            }
            Matcher words = WORDS.matcher(plain);
            if (words.matches()) {
                return month(words.group(2)).map(month -> LocalDate.of(number(words, 3), month, number(words, 1)));
            }
            return serial(plain);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(String digits, LocalDate today) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int century = today.getYear() / 100 * 100;
        return century + year > today.getYear() ? century - 100 + year : century + year;
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

    /** A number of a year alone is no day. */
    private static Optional<LocalDate> serial(String text) {
        if (!SERIAL.matcher(text).matches()) {
            return Optional.empty();
        }
        int days = Integer.parseInt(text.replaceAll("[.,].*", ""));
        return days < 3000 ? Optional.empty() : Optional.of(SERIAL_ZERO.plusDays(days));
    }
}
