package org.mentoringroadmap.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Repetition;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.task.OpenTask;
import org.springframework.stereotype.Component;

/**
 * The days before the last one on which a part of a term ends: of «декабрь, май» the last day of December. What repeats each
 * day or week is not counted by parts.
 */
@Component
class TermPoints {
    private static final Set<Repetition> TOO_OFTEN = Set.of(Repetition.DAY, Repetition.WEEK);

    private final Editions editions;

    TermPoints(Editions editions) {
        this.editions = editions;
    }

    /** The days by the item of the activity; activities of one term are left out. */
    Map<String, List<LocalDate>> of(Programme programme) {
        return editions.roadmapIfAny(programme).stream()
                .flatMap(roadmap -> roadmap.activities())
                .filter(activity -> activity.due() != null)
                .collect(Collectors.toMap(
                        RoadmapActivity::item,
                        activity -> early(activity.due(), programme.schoolYear()),
                        (one, other) -> one));
    }

    private static List<LocalDate> early(Term term, SchoolYear year) {
        if (term.repetition().filter(TOO_OFTEN::contains).isPresent()) {
            return List.of();
        }
        List<LocalDate> points = term.pointsIn(year);
        return points.subList(0, points.size() - 1);
    }

    /** The next of these days that a task is open for; the last day of the term is not among them. */
    static Optional<LocalDateTime> next(OpenTask task, List<LocalDate> days, LocalDate today) {
        return days.stream()
                .filter(day -> !day.isBefore(today) && day.isBefore(task.due().toLocalDate()))
                .filter(day ->
                        task.start() == null || !day.isBefore(task.start().toLocalDate()))
                .min(LocalDate::compareTo)
                .map(day -> day.atTime(Term.DAY_END));
    }
}
