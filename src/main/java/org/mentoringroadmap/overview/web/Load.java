package org.mentoringroadmap.overview.web;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskHolders;

/**
 * How much of the open work of a programme lies with one person.
 *
 * @param name short name
 * @param own tasks of now that this person works on, or alone may take
 * @param shared tasks of now that others may take too
 * @param late how many of both have a term that has passed
 * @param ahead tasks that begin later
 */
record Load(String name, int own, int shared, int late, int ahead) {
    private static final int OWN = 0;
    private static final int SHARED = 1;
    private static final int LATE = 2;
    private static final int AHEAD = 3;

    /** Of everybody with whom something lies, the most loaded first. */
    static List<Load> of(Collection<OpenTask> tasks, TaskHolders holders, LocalDateTime now) {
        Map<String, int[]> counts = new HashMap<>();
        for (OpenTask task : tasks) {
            Set<String> people = holders.all(task);
            for (String person : people) {
                int[] count = counts.computeIfAbsent(person, any -> new int[AHEAD + 1]);
                if (!task.hasBegun(now.toLocalDate())) {
                    count[AHEAD]++;
                } else {
                    count[people.size() == 1 ? OWN : SHARED]++;
                    count[LATE] += task.overdue(now) ? 1 : 0;
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Load(
                        entry.getKey(),
                        entry.getValue()[OWN],
                        entry.getValue()[SHARED],
                        entry.getValue()[LATE],
                        entry.getValue()[AHEAD]))
                .sorted(Comparator.comparingInt((Load load) -> -load.late())
                        .thenComparingInt(load -> -load.own())
                        .thenComparingInt(load -> -load.shared())
                        .thenComparing(Load::name))
                .toList();
    }
}
