package org.mentoringroadmap.participant;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.UserInputException;

/** Hours of the week as people write them: «пн 14:00–15:30, ср с 10 до 11», «пн–пт 14-15», «вт, чт 16.00-17.00». */
public final class HoursText {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d{1,2}(?:[:.]\\d{2})?|[-–—]|[^\\s,;.]");
    private static final int STEM = 3;

    private final Set<DayOfWeek> days = new LinkedHashSet<>();
    private final List<Hour> hours = new ArrayList<>();
    private Integer from;
    private boolean timed;
    private boolean dash;

    private HoursText() {}

    /**
     * Reads hours; whoever writes several times after a day means that day, and several days before a time mean each of
     * them. Times that touch become one.
     *
     * @param text may be null or blank, which says nothing
     * @throws UserInputException {@code hour.invalid} for whatever is no day or no time
     */
    public static Set<Hour> parse(String text) {
        HoursText reader = new HoursText();
        Matcher tokens = TOKEN.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
        while (tokens.find()) {
            reader.take(tokens.group());
        }
        if (reader.from != null || !reader.days.isEmpty() && !reader.timed) {
            throw new UserInputException("hour.invalid");
        }
        return joined(reader.hours);
    }

    private void take(String token) {
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            time(minutes(token));
        } else if (Character.isLetter(first)) {
            day(token).ifPresentOrElse(this::day, () -> filler(token));
        } else if (token.matches("[-–—]")) {
            dash = true;
        } else {
            throw new UserInputException("hour.invalid");
        }
    }

    private void day(DayOfWeek day) {
        if (from != null) {
            throw new UserInputException("hour.invalid");
        }
        if (timed) {
            days.clear();
            timed = false;
        }
        if (dash && !days.isEmpty()) {
            DayOfWeek next = List.copyOf(days).get(days.size() - 1);
            while (next != day) {
                next = next.plus(1);
                days.add(next);
            }
        }
        days.add(day);
        dash = false;
    }

    /** Prepositions say nothing; between two days one could mean everything between them, so nobody guesses. */
    private void filler(String word) {
        boolean betweenDays = !days.isEmpty() && !timed && from == null;
        if (word.length() > 2 || betweenDays && word.length() == 2) {
            throw new UserInputException("hour.invalid");
        }
    }

    private void time(int minute) {
        if (days.isEmpty()) {
            throw new UserInputException("hour.invalid");
        }
        if (from == null) {
            from = minute;
        } else {
            for (DayOfWeek day : days) {
                hours.add(new Hour(day.getValue(), from, minute));
            }
            from = null;
            timed = true;
        }
        dash = false;
    }

    private static int minutes(String token) {
        String[] parts = token.split("[:.]");
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        if (minute > 59) {
            throw new UserInputException("hour.invalid");
        }
        return Integer.parseInt(parts[0]) * 60 + minute;
    }

    private static Optional<DayOfWeek> day(String word) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> word.equals(shortName(day))
                        || word.length() >= STEM && longName(day).startsWith(word.substring(0, STEM)))
                .findFirst();
    }

    private static Set<Hour> joined(Collection<Hour> hours) {
        Set<Hour> joined = new TreeSet<>();
        Hour last = null;
        for (Hour hour : hours.stream().sorted().toList()) {
            if (last != null && last.dayOfWeek() == hour.dayOfWeek() && hour.fromMinute() <= last.toMinute()) {
                last = new Hour(last.dayOfWeek(), last.fromMinute(), Math.max(last.toMinute(), hour.toMinute()));
            } else {
                if (last != null) {
                    joined.add(last);
                }
                last = hour;
            }
        }
        if (last != null) {
            joined.add(last);
        }
        return joined;
    }

    /** «пн 14:00–15:30, ср 10:00–11:00» in the order of the week; {@link #parse} reads it back. Empty for none. */
    public static String format(Collection<Hour> hours) {
        return hours.stream()
                .sorted()
                .map(hour -> shortName(hour.day()) + " " + TIME.format(hour.from()) + "–" + end(hour))
                .collect(Collectors.joining(", "));
    }

    private static String end(Hour hour) {
        LocalTime to = hour.to();
        return hour.toMinute() % (24 * 60) == 0 ? "24:00" : TIME.format(to);
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, RUSSIAN).toLowerCase(RUSSIAN);
    }

    private static String longName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, RUSSIAN).toLowerCase(RUSSIAN);
    }
}
