package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mentoringroadmap.school.WorkingDays;

/**
 * The last days of a year that is late. Each row goes where it is wanted, and what comes after a row that moves goes along
 * as far as it has to: not before what it needs, and where that one goes elsewhere than it was wanted, with the distance
 * that it was to have from it, but no more than two weeks of it.
 * Every new last day is a working day from today on. What is late enough stays where it is, and so does a row that is
 * wanted before what it needs, until that one moves past it.
 */
final class Timetable {
    private static final int MAX_DISTANCE = 14;

    /**
     * A row that has not ended.
     *
     * @param key what tells it from others
     * @param due its last day so far
     * @param wanted the last day that it is to have by itself
     */
    record Row(String key, LocalDate due, LocalDate wanted) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, List<Row>> needs = new LinkedHashMap<>();
    private final LocalDate today;
    private final LocalDate latest;

    /**
     * @param rows what has not ended
     * @param needs keys of what has to end before a row; those that are no row are passed over, and so is a circle
     * @param last the last day on which anything may end; the last working day until then is taken
     */
    Timetable(List<Row> rows, Function<String, Set<String>> needs, LocalDate today, LocalDate last) {
        rows.forEach(row -> this.rows.put(row.key(), row));
        Set<String> begun = new HashSet<>();
        rows.forEach(row -> order(row, needs, begun));
        this.today = today;
        this.latest = WorkingDays.onOrBefore(last);
    }

    /** Puts a row behind all that it needs. */
    private void order(Row row, Function<String, Set<String>> needed, Set<String> begun) {
        if (!begun.add(row.key())) {
            return;
        }
        List<Row> found = needed.apply(row.key()).stream()
                .map(rows::get)
                .filter(need -> need != null && !need.equals(row))
                .toList();
        found.forEach(need -> order(need, needed, begun));
        needs.put(row.key(), found);
    }

    /**
     * The new last days by key, in the order of dependencies; of several rows they may be the same. Empty where no working
     * day is left.
     *
     * @param fixed last days that somebody has decided: they are not moved, and what comes after them goes by them
     */
    Map<String, LocalDate> moved(Map<String, LocalDate> fixed) {
        Map<String, LocalDate> moved = new LinkedHashMap<>();
        if (latest.isBefore(today)) {
            return moved;
        }
        Map<String, LocalDate> exact = new HashMap<>();
        Map<String, LocalDate> last = new HashMap<>();
        for (String key : needs.keySet()) {
            Row row = rows.get(key);
            boolean free = !fixed.containsKey(key);
            exact.put(key, free ? exact(row, exact) : fixed.get(key));
            last.put(key, free ? last(row, exact.get(key), last) : fixed.get(key));
            if (free && !last.get(key).equals(row.due())) {
                moved.put(key, last.get(key));
            }
        }
        return moved;
    }

    /** The day by distances alone, on whatever day of the week: so nothing adds up along a chain. */
    private LocalDate exact(Row row, Map<String, LocalDate> exact) {
        LocalDate due = byItself(row);
        for (Row need : needs.get(row.key())) {
            LocalDate needed = exact.get(need.key());
            if (needed != null && !needed.equals(need.due())) {
                due = later(due, needed.equals(byItself(need)) ? needed : needed.plusDays(distance(need, row)));
            }
        }
        return due;
    }

    /** Where a row goes that waits for nothing. */
    private LocalDate byItself(Row row) {
        return later(row.wanted(), today);
    }

    /** The working day that is shown; what does not move stays on a day off, unless what it needs has gone past it. */
    private LocalDate last(Row row, LocalDate exact, Map<String, LocalDate> last) {
        LocalDate due = exact.equals(row.due()) ? exact : working(exact);
        for (Row need : needs.get(row.key())) {
            LocalDate needed = last.get(need.key());
            if (needed != null && !needed.equals(need.due())) {
                due = later(due, needed);
            }
        }
        return due.equals(row.due()) ? due : working(due);
    }

    private LocalDate working(LocalDate day) {
        LocalDate working = WorkingDays.onOrAfter(day);
        return working.isAfter(latest) ? latest : working;
    }

    private static long distance(Row need, Row row) {
        return Math.max(0, Math.min(MAX_DISTANCE, ChronoUnit.DAYS.between(need.wanted(), row.wanted())));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
