package org.mentoringroadmap.shared;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, for example 2025-2026. It begins on 1 September of the first calendar year; its preparation (May to
 * August) belongs to the first year too, as the roadmaps count it.
 *
 * @param firstYear calendar year in which lessons begin, 2000 to 2098
 */
public record SchoolYear(int firstYear) implements Comparable<SchoolYear> {
    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{4})\\s*[-–—/]\\s*(\\d{4})\\s*");
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2098;

    public SchoolYear {
        if (firstYear < EARLIEST || firstYear > LATEST) {
            throw new UserInputException("school-year.invalid", String.valueOf(firstYear));
        }
    }

    /**
     * Reads {@code 2025-2026}; spaces and other dashes are forgiven.
     *
     * @throws UserInputException {@code school-year.invalid} when it is no pair of successive years
     */
    public static SchoolYear parse(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != Integer.parseInt(matcher.group(1)) + 1) {
            throw new UserInputException("school-year.invalid", text == null ? "" : text.strip());
        }
        return new SchoolYear(Integer.parseInt(matcher.group(1)));
    }

    /** The year that a programme started on this day prepares or runs: from May on the one that begins in September. */
    public static SchoolYear around(LocalDate day) {
        return new SchoolYear(day.getMonth().compareTo(Month.MAY) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    /** Calendar year in which lessons end. */
    public int secondYear() {
        return firstYear + 1;
    }

    /** The last day, 31 August: what is given for a year is given until then. */
    public LocalDate lastDay() {
        return LocalDate.of(secondYear(), Month.AUGUST, 31);
    }

    /** {@code 2025-2026}. */
    public String text() {
        return firstYear + "-" + secondYear();
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(firstYear, other.firstYear);
    }

    @Override
    public String toString() {
        return text();
    }
}
