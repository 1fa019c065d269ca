package org.mentoringroadmap.activity.term;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

/** Months of a term in which something is measured: those that a model names, or the first and the last one. */
public final class ControlPoints {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** School ends before the holidays. */
    private static final int LAST_DAY_OF_DECEMBER = 25;

    private ControlPoints() {}

    /**
     * One point.
     *
     * @param month its month
     * @param start from when it can be measured
     * @param due until when
     */
    public record Point(Month month, LocalDateTime start, LocalDateTime due) {
        /** Name of the month as it stands alone. */
        public String title() {
            return month.getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN);
        }

        /** Name of the month in English, as models and documents know it. */
        public String id() {
            return month.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Months in a list with commas, as they are written in Russian; empty where one of them is none. */
    public static Optional<List<Month>> months(String names) {
        List<Month> months = new ArrayList<>();
        for (String name : names.strip().split("\\s*,\\s*")) {
            Optional<Month> month = Arrays.stream(Month.values())
                    .filter(known -> known.getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN)
                            .equalsIgnoreCase(name))
                    .findFirst();
            if (month.isEmpty()) {
                return Optional.empty();
            }
            months.add(month.get());
        }
        return Optional.of(months);
    }

    /**
     * Those of the months that the term of the row does not have, with commas: nothing would be measured in them. Empty where it
     * has all, or does not say when it begins.
     *
     * @param names months as in {@link #months}
     */
    public static Optional<String> outside(String names, TermRange term, SchoolYear year) {
        return term.startIn(year)
                .map(start -> outside(
                        names, YearMonth.from(start), YearMonth.from(term.due().dueIn(year))))
                .filter(months -> !months.isEmpty());
    }

    private static String outside(String names, YearMonth first, YearMonth last) {
        List<Month> inside = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            inside.add(month.getMonth());
        }
        return months(names).orElse(List.of()).stream()
                .filter(month -> !inside.contains(month))
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN))
                .collect(Collectors.joining(", "));
    }

    /**
     * The points of a term in their order. The first begins with the term and the last ends with it; one in between lasts
     * its month, a December until the 25th. A month outside the term is left out, unless none is inside.
     *
     * @param names months as in {@link #months}; blank for the first and the last month of the term
     */
    public static List<Point> of(String names, LocalDateTime start, LocalDateTime due) {
        YearMonth first = YearMonth.from(start);
        YearMonth last = YearMonth.from(due);
        List<Month> wanted = names.isBlank()
                ? List.of(first.getMonth(), last.getMonth())
                : months(names).orElseThrow(() -> new IllegalArgumentException(names));
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            if (wanted.contains(month.getMonth())) {
                months.add(month);
            }
        }
        if (months.isEmpty()) {
            months.add(last);
        }
        List<Point> points = new ArrayList<>();
        for (YearMonth month : months) {
            LocalDateTime begins = month.atDay(1).atTime(Term.DAY_START);
            LocalDateTime ends = (month.getMonth() == Month.DECEMBER
                            ? month.atDay(LAST_DAY_OF_DECEMBER)
                            : month.atEndOfMonth())
                    .atTime(Term.DAY_END);
            boolean isFirst = points.isEmpty();
            boolean isLast = month.equals(months.get(months.size() - 1));
            points.add(new Point(
                    month.getMonth(),
                    isFirst || begins.isBefore(start) ? start : begins,
                    isLast || ends.isAfter(due) ? due : ends));
        }
        return points;
    }
}
