package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * When the activities of a roadmap begin and end in one school year, as the engine needs it: every activity has an end.
 * One whose paper names no term ends with the latest of its stage, where none there has a term with the latest of the
 * roadmap, and where none has with the lessons; always in its school year, and never after what waits for it. A term counted
 * from another activity is counted from its last day.
 */
public final class RoadmapCalendar {
    private final Roadmap roadmap;
    private final SchoolYear year;
    private final Function<RoadmapActivity, Optional<LocalDate>> ends;

    /**
     * @param ends the last day of an activity as life has it, because its end is recorded or its term was moved; empty where
     *     it stands as planned
     */
    public RoadmapCalendar(Roadmap roadmap, SchoolYear year, Function<RoadmapActivity, Optional<LocalDate>> ends) {
        this.roadmap = roadmap;
        this.year = year;
        this.ends = ends;
    }

    /** When an activity begins; empty where its paper names no beginning. */
    public Optional<LocalDateTime> start(RoadmapActivity activity) {
        Term start = activity.start() == null ? activity.due() : activity.start();
        if (start instanceof RelativeTerm relative) {
            return relative.startFrom(end(relative, Set.of(activity.key())))
                    .map(day -> earlier(day.atTime(Term.DAY_START), due(activity)));
        }
        return activity.term() == null ? Optional.empty() : activity.term().startIn(year);
    }

    /** When an activity is due as planned. */
    public LocalDateTime due(RoadmapActivity activity) {
        return due(activity, Set.of());
    }

    /** The last days of all parts of an activity's term, in order, the day of {@link #due} last. */
    public List<LocalDate> points(RoadmapActivity activity) {
        return activity.due() == null || activity.due() instanceof RelativeTerm
                ? List.of(due(activity).toLocalDate())
                : activity.due().pointsIn(year);
    }

    private static LocalDateTime earlier(LocalDateTime start, LocalDateTime due) {
        return start.isAfter(due) ? due.toLocalDate().atTime(Term.DAY_START) : start;
    }

    /** @param counted keys of the activities from which this one is counted: a circle of terms ends with the stage */
    private LocalDateTime due(RoadmapActivity activity, Set<String> counted) {
        if (activity.due() instanceof RelativeTerm relative && relative.hasEnd() && !counted.contains(activity.key())) {
            Set<String> all = new HashSet<>(counted);
            all.add(activity.key());
            return at(relative.dueFrom(end(relative, all)), Term.DAY_END);
        }
        return activity.due() == null || activity.due() instanceof RelativeTerm
                ? endOfTheRest(activity, new HashSet<>())
                : activity.due().dueIn(year);
    }

    /** Of an activity without a term: the end of its stage, or of the first activity that waits for it, if that is earlier. */
    private LocalDateTime endOfTheRest(RoadmapActivity activity, Set<String> seen) {
        seen.add(activity.key());
        return Stream.concat(
                        Stream.of(endOfStage(activity)),
                        roadmap.activities()
                                .filter(next ->
                                        roadmap.order().before(next.key()).contains(activity.key()))
                                .filter(next -> !seen.contains(next.key()))
                                .filter(next -> !(next.due() instanceof RelativeTerm))
                                .map(next -> next.due() == null
                                        ? endOfTheRest(next, seen)
                                        : next.due().dueIn(year)))
                .min(LocalDateTime::compareTo)
                .orElseThrow();
    }

    private LocalDate end(RelativeTerm term, Set<String> counted) {
        return roadmap.activities()
                .filter(other -> other.items().stream().anyMatch(item -> names(term, item)))
                .findFirst()
                .map(other ->
                        ends.apply(other).orElseGet(() -> due(other, counted).toLocalDate()))
                .orElseGet(() -> latest(roadmap.activities()).toLocalDate());
    }

    /** Whether the number from which a term is counted is this one; people write it without the prefix. */
    public static boolean names(RelativeTerm term, String item) {
        return RoadmapItems.same(term.item(), item);
    }

    private LocalDateTime endOfStage(RoadmapActivity activity) {
        return roadmap.stages().stream()
                .filter(stage -> stage.activities().stream()
                        .anyMatch(other -> other.key().equals(activity.key())))
                .findFirst()
                .flatMap(stage -> ofTheirOwn(stage.activities().stream()))
                .map(this::inTheSchoolYear)
                .orElseGet(() -> latest(roadmap.activities()));
    }

    /** A row of a span over years does not hold the rows beside it: what has no term is done in this school year. */
    private LocalDateTime inTheSchoolYear(LocalDateTime end) {
        LocalDateTime last = at(year.lastDay(), Term.DAY_END);
        return end.isAfter(last) ? last : end;
    }

    private LocalDateTime latest(Stream<RoadmapActivity> activities) {
        return ofTheirOwn(activities)
                .map(this::inTheSchoolYear)
                .orElseGet(() -> at(TermPhrase.SCHOOL_YEAR.in(year).to(), Term.DAY_END));
    }

    private Optional<LocalDateTime> ofTheirOwn(Stream<RoadmapActivity> activities) {
        return activities
                .map(RoadmapActivity::due)
                .filter(term -> term != null && !(term instanceof RelativeTerm))
                .map(term -> term.dueIn(year))
                .max(LocalDateTime::compareTo);
    }

    private static LocalDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time);
    }
}
