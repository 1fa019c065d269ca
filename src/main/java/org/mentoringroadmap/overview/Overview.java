package org.mentoringroadmap.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The year of a programme as people look at it: the roadmap of the models, what the processes have reached and what was
 * recorded. The number of queries does not grow with the number of activities.
 */
@Service
@Transactional(readOnly = true)
public class Overview {
    private final Programmes programmes;
    private final Editions editions;
    private final ProcessProgressReader progressReader;
    private final ActivityOutcomes outcomes;
    private final ActivityCorrections corrections;
    private final Terms terms;
    private final EvidenceLinks evidence;
    private final Clock clock;

    Overview(
            Programmes programmes,
            Editions editions,
            ProcessProgressReader progressReader,
            ActivityOutcomes outcomes,
            ActivityCorrections corrections,
            Terms terms,
            EvidenceLinks evidence,
            Clock clock) {
        this.programmes = programmes;
        this.editions = editions;
        this.progressReader = progressReader;
        this.outcomes = outcomes;
        this.corrections = corrections;
        this.terms = terms;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * The years of the running programmes that the acting account sees, the one that runs today first; no more than {@code
     * limit}.
     */
    public List<ProgrammeYear> running(int limit) {
        return programmes.inFront().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .filter(programme ->
                        editions.roadmapIfAny(programme).isPresent()) // one without does not hide the others
                .limit(limit)
                .map(this::year)
                .toList();
    }

    /** The newest programme of the acting account's schools whose year is over; empty where none is. */
    public Optional<Programme> lastCompleted() {
        return programmes.visible().stream()
                .filter(programme -> programme.state() == Programme.State.COMPLETED)
                .findFirst();
    }

    /**
     * The year of a table as one picture.
     *
     * @param shown whether an activity is to be shown
     */
    public YearPicture picture(ProgrammeTable table, LocalDate today, Predicate<RoadmapActivity> shown) {
        return YearPicture.of(table, today, row -> shown.test(row.activity()));
    }

    /**
     * The whole roadmap of a programme that the acting account sees.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    public ProgrammeTable table(Long programmeId) {
        Programme programme = programmes.visible(programmeId);
        Roadmap roadmap = editions.roadmap(programme);
        List<ActivityRecord> recorded = outcomes.of(programmeId);
        States states = states(programme, roadmap, recorded);
        Map<String, ActivityRecord> records =
                recorded.stream().collect(Collectors.toMap(ActivityRecord::activityKey, Function.identity()));
        Map<String, MovedTerm> moved = terms.of(programmeId);
        RoadmapCalendar calendar = terms.calendar(programme);
        Map<String, List<EvidenceLink>> links = evidence.of(programmeId, recorded);
        Set<String> begun = evidence.recorded(programmeId);
        Map<String, List<ActivityProgress>> rows = new LinkedHashMap<>();
        for (Stage stage : roadmap.stages()) {
            rows.put(
                    stage.anchor(),
                    stage.rows().stream()
                            .map(activity -> row(
                                    activity,
                                    states.of(home(roadmap, activity), activity),
                                    programme.schoolYear(),
                                    calendar,
                                    moved.get(activity.key()),
                                    records.get(activity.key()),
                                    links.getOrDefault(activity.key(), List.of()),
                                    begun.contains(activity.key()),
                                    false,
                                    states.part(activity)))
                            .toList());
        }
        List<StageProgress> stages = new ArrayList<>(progress(roadmap, calendar, states, moved));
        for (Stage stage : removed(programme)) {
            rows.merge(
                    stage.anchor(),
                    stage.activities().stream()
                            .map(activity -> row(
                                    activity,
                                    ProgressState.CLOSED,
                                    programme.schoolYear(),
                                    calendar,
                                    moved.get(activity.key()),
                                    records.get(activity.key()),
                                    links.getOrDefault(activity.key(), List.of()),
                                    begun.contains(activity.key()),
                                    true,
                                    null))
                            .toList(),
                    Overview::inOrder);
            if (roadmap.processes().noneMatch(stage.processId()::equals)) {
                stages.add(new StageProgress(stage, ProgressState.CLOSED, true, null, null, List.of(), 0, 0));
            }
        }
        return new ProgrammeTable(programme, roadmap, stages, rows);
    }

    /** Whether a technical failure holds up a row of a table; what was recorded about it stays. */
    public boolean isStopped(ProgrammeTable table, ActivityProgress row) {
        return !row.removed()
                && table.programme().state() == Programme.State.RUNNING
                && progressReader.isStopped(table.programme().id(), row.activity());
    }

    /** What the edition no longer has and something was recorded about; the rest was taken out before it began. */
    private List<Stage> removed(Programme programme) {
        List<Stage> removed = editions.removed(programme);
        if (removed.isEmpty()) {
            return removed;
        }
        Set<String> recorded = evidence.recorded(programme.id());
        return removed.stream()
                .map(stage -> stage.with(stage.activities().stream()
                        .filter(activity -> recorded.contains(activity.key()))
                        .toList()))
                .filter(stage -> !stage.activities().isEmpty())
                .toList();
    }

    private static List<ActivityProgress> inOrder(List<ActivityProgress> rows, List<ActivityProgress> others) {
        return Stream.concat(rows.stream(), others.stream())
                .sorted(Comparator.comparing(row -> row.activity().item(), RoadmapItems.order()))
                .toList();
    }

    private ProgrammeYear year(Programme programme) {
        Roadmap roadmap = editions.roadmap(programme);
        return new ProgrammeYear(
                programme,
                roadmap,
                progress(
                        roadmap,
                        terms.calendar(programme),
                        states(programme, roadmap, outcomes.of(programme.id())),
                        terms.of(programme.id())));
    }

    /**
     * How far the activities of a programme have come.
     *
     * @param process what the engine says
     * @param reopened keys of those whose end was taken back: they are open, though their stages have gone on
     * @param recorded keys of those that have an outcome: they are closed, though their turn may not have come
     */
    private record States(ProcessProgress process, Set<String> reopened, Set<String> recorded) {
        /** Last day of the part of an activity that is open; null where it is not done in parts. */
        LocalDate part(RoadmapActivity activity) {
            return process.parts().get(activity.item());
        }

        ProgressState of(Stage stage, RoadmapActivity activity) {
            ProgressState state = process.of(stage, activity);
            if (reopened.contains(activity.key())) {
                return ProgressState.OPEN;
            }
            return state == ProgressState.PLANNED && recorded.contains(activity.key()) ? ProgressState.CLOSED : state;
        }
    }

    private States states(Programme programme, Roadmap roadmap, Collection<ActivityRecord> recorded) {
        return new States(
                progressReader.of(programme.id(), roadmap),
                corrections.reopened(programme.id()),
                recorded.stream().map(ActivityRecord::activityKey).collect(Collectors.toSet()));
    }

    /** The stage that runs an activity, wherever its row stands. */
    private static Stage home(Roadmap roadmap, RoadmapActivity activity) {
        return roadmap.stages().stream()
                .filter(stage -> activity.processId().equals(stage.processId()))
                .findFirst()
                .orElseThrow();
    }

    private List<StageProgress> progress(
            Roadmap roadmap, RoadmapCalendar calendar, States states, Map<String, MovedTerm> moved) {
        return roadmap.stages().stream()
                .map(stage -> progress(stage, roadmap, calendar, states, moved))
                .map(stage -> ahead(stage, LocalDate.now(clock)))
                .toList();
    }

    /** All stages run from the first day, so that people can work ahead; it has begun with its first term or its first end. */
    private static StageProgress ahead(StageProgress stage, LocalDate today) {
        boolean ahead = stage.state() == ProgressState.OPEN
                && stage.closed() == 0
                && stage.start() != null
                && stage.start().isAfter(today);
        return ahead
                ? new StageProgress(
                        stage.stage(),
                        ProgressState.PLANNED,
                        stage.begun(),
                        stage.start(),
                        stage.due(),
                        stage.open(),
                        stage.closed(),
                        stage.total())
                : stage;
    }

    /**
     * A part of the roadmap is as far as the rows that the paper shows in it, wherever they are run, and counts these; what
     * is late is counted once, at its first number.
     */
    private static StageProgress progress(
            Stage stage, Roadmap roadmap, RoadmapCalendar calendar, States states, Map<String, MovedTerm> moved) {
        List<RoadmapActivity> shown = stage.rows();
        List<ProgressState> rows = shown.stream()
                .map(activity -> states.of(home(roadmap, activity), activity))
                .toList();
        ProgressState ran = runsWhatItShows(stage) ? states.process().of(stage) : together(rows);
        return new StageProgress(
                stage,
                ran == ProgressState.OPEN ? beyondItsWaits(rows) : ran,
                ran != ProgressState.PLANNED,
                shown.stream()
                        .map(activity -> start(activity, calendar, moved.get(activity.key())))
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                shown.stream()
                        .map(activity -> due(activity, calendar, moved.get(activity.key())))
                        .max(LocalDate::compareTo)
                        .orElse(null),
                shown.stream()
                        .filter(RoadmapActivity::first)
                        .filter(activity -> states.of(home(roadmap, activity), activity) != ProgressState.CLOSED)
                        .filter(activity -> !states.recorded().contains(activity.key()))
                        .map(activity -> ActivityProgress.earlier(
                                due(activity, calendar, moved.get(activity.key())), states.part(activity)))
                        .toList(),
                rows.stream().filter(ProgressState.CLOSED::equals).count(),
                shown.size());
    }

    private static boolean runsWhatItShows(Stage stage) {
        Set<String> shown = stage.rows().stream().map(RoadmapActivity::key).collect(Collectors.toSet());
        Set<String> run = stage.activities().stream().map(RoadmapActivity::key).collect(Collectors.toSet());
        return stage.processId() != null && shown.equals(run);
    }

    /** A stage that runs and has come to none of its rows waits for those of others. */
    private static ProgressState beyondItsWaits(List<ProgressState> states) {
        return !states.isEmpty() && states.stream().allMatch(ProgressState.PLANNED::equals)
                ? ProgressState.PLANNED
                : ProgressState.OPEN;
    }

    private static ProgressState together(List<ProgressState> states) {
        if (states.stream().allMatch(ProgressState.PLANNED::equals)) {
            return ProgressState.PLANNED;
        }
        return states.stream().allMatch(ProgressState.CLOSED::equals) ? ProgressState.CLOSED : ProgressState.OPEN;
    }

    private static ActivityProgress row(
            RoadmapActivity activity,
            ProgressState state,
            SchoolYear year,
            RoadmapCalendar calendar,
            MovedTerm moved,
            ActivityRecord outcome,
            List<EvidenceLink> evidence,
            boolean begun,
            boolean removed,
            LocalDate part) {
        return new ActivityProgress(
                activity,
                state,
                start(activity, calendar, moved),
                due(activity, calendar, moved),
                part,
                activity.term() == null ? "" : activity.term().cell(year),
                calendar.points(activity),
                moved,
                outcome,
                evidence,
                begun,
                removed);
    }

    private static LocalDate start(RoadmapActivity activity, RoadmapCalendar calendar, MovedTerm moved) {
        return calendar.start(activity)
                .map(planned -> moved == null ? planned : moved.startAt(planned))
                .map(LocalDateTime::toLocalDate)
                .orElse(null);
    }

    private static LocalDate due(RoadmapActivity activity, RoadmapCalendar calendar, MovedTerm moved) {
        return moved == null ? calendar.due(activity).toLocalDate() : moved.due();
    }
}
