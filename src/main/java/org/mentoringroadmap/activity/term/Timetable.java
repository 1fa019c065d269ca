package org.mentoringroadmap.activity.term;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mentoringroadmap.school.WorkingDays;

/**
 * The last days of a year that is late. What has passed is shifted, and what comes after it goes along as far as it has to:
 * it keeps the distance that it had from what it needs, but no more than two weeks of it, so that a year is squeezed
 * towards its end rather than pushed out of it. Every new last day is a working day from today on. What is late enough
 * stays where it is, and so does a row that the plan itself ends before what it needs, until that one moves past it.
 */
final class Timetable {
    private static final int MAX_DISTANCE = 14;

    /**
     * A row that has not ended.
     *
     * @param key what tells it from others
     * @param due its last day so far
     */
    record Row(String key, LocalDate due) {}

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
     * @param days by how many days what has passed is shifted
     * @param fixed last days that somebody has decided: they are not moved, and what comes after them goes by them
     */
    Map<String, LocalDate> moved(int days, Map<String, LocalDate> fixed) {
        Map<String, LocalDate> moved = new LinkedHashMap<>();
        if (latest.isBefore(today)) {
            return moved;
        }
        Map<String, LocalDate> changed = new HashMap<>();
        for (String key : new ArrayList<>(needs.keySet())) {
            Row row = rows.get(key);
            LocalDate due = fixed.containsKey(key) ? fixed.get(key) : due(row, days, changed);
            if (!due.equals(row.due())) {
                changed.put(key, due);
                if (!fixed.containsKey(key)) {
                    moved.put(key, due);
                }
            }
        }
        return moved;
    }

    private LocalDate due(Row row, int days, Map<String, LocalDate> changed) {
        LocalDate due = row.due().isBefore(today) ? later(row.due().plusDays(days), today) : row.due();
        for (Row need : needs.get(row.key())) {
            if (changed.containsKey(need.key())) {
                due = later(due, changed.get(need.key()).plusDays(distance(need, row)));
            }
        }
        if (due.equals(row.due())) {
            return due;
        }
        LocalDate working = WorkingDays.onOrAfter(due);
        return working.isAfter(latest) ? latest : working;
    }

    private static long distance(Row need, Row row) {
        return Math.max(0, Math.min(MAX_DISTANCE, ChronoUnit.DAYS.between(need.due(), row.due())));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
