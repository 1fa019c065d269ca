package org.mentoringroadmap.overview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityCorrection;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.ActivityProcess;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.WorkAhead;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.activity.evidence.ActivityPapers;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.term.TermMoves;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.overview.StageProgress;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskHolders;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The roadmap of a programme and everything about one of its activities. */
@Controller
class RoadmapController {
    /** What the filter of the table can ask for. */
    enum Filter {
        ALL,
        OPEN,
        OVERDUE,
        PLANNED,
        CLOSED;

        /** What is late is shown once, as it is counted; before the year has begun nothing is. */
        boolean passes(ActivityProgress row, boolean started, LocalDate today) {
            return switch (this) {
                case ALL -> true;
                case OVERDUE -> started && row.activity().first() && row.overdue(today);
                default -> row.state() == ProgressState.valueOf(name());
            };
        }
    }

    private final Overview overview;
    private final Terms terms;
    private final TermMoves termMoves;
    private final ActivityCorrections corrections;
    private final WorkAhead ahead;
    private final Steps steps;
    private final Evidence evidence;
    private final Events events;
    private final Documents documents;
    private final ActivityPapers papers;
    private final ActivityKeys keys;
    private final Tasks tasks;
    private final Staff staff;
    private final CurrentUser user;
    private final Clock clock;

    RoadmapController(
            Overview overview,
            Terms terms,
            TermMoves termMoves,
            ActivityCorrections corrections,
            WorkAhead ahead,
            Steps steps,
            Evidence evidence,
            Events events,
            Documents documents,
            ActivityPapers papers,
            ActivityKeys keys,
            Tasks tasks,
            Staff staff,
            CurrentUser user,
            Clock clock) {
        this.overview = overview;
        this.terms = terms;
        this.termMoves = termMoves;
        this.corrections = corrections;
        this.ahead = ahead;
        this.steps = steps;
        this.evidence = evidence;
        this.events = events;
        this.documents = documents;
        this.papers = papers;
        this.keys = keys;
        this.tasks = tasks;
        this.staff = staff;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/programmes/{id}")
    String roadmap(
            @PathVariable Long id,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "state", defaultValue = "ALL") Filter filter,
            Model model) {
        ProgrammeTable table = overview.table(id);
        model.addAttribute("mayMove", terms.mayMove());
        model.addAttribute("holidays", WorkingDays.holidays());
        model.addAttribute("movedTogether", termMoves.last(id).orElse(null));
        LocalDate today = LocalDate.now(clock);
        boolean narrowed = filter != Filter.ALL || !text.isBlank();
        List<Part> found = new ArrayList<>();
        for (StageProgress stage : table.stages()) {
            List<ActivityProgress> all = table.of(stage.stage());
            List<ActivityProgress> rows = all.stream()
                    .filter(row -> filter.passes(row, table.started(), today))
                    .filter(row -> contains(row, stage.stage(), text))
                    .toList();
            if (!rows.isEmpty()) {
                found.add(Part.of(stage, all, rows, narrowed, table.started(), today));
            }
        }
        people(table, model);
        model.addAttribute("today", today);
        model.addAttribute("table", table);
        model.addAttribute("found", found);
        model.addAttribute("q", text);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", Filter.values());
        return "overview/programme";
    }

    /**
     * A stage as the table shows it.
     *
     * @param rows those of its rows that are shown
     * @param open whether they are seen at once; else the stage is folded
     * @param late how many of its activities are late
     * @param running how many of its rows run now and are not late
     * @param ahead how many lie ahead
     */
    record Part(StageProgress stage, List<ActivityProgress> rows, boolean open, long late, long running, long ahead) {
        static Part of(
                StageProgress stage,
                List<ActivityProgress> all,
                List<ActivityProgress> rows,
                boolean narrowed,
                boolean started,
                LocalDate today) {
            long late = started ? stage.late(today) : 0;
            long ahead = all.stream()
                    .filter(row -> !row.removed() && !(started && row.overdue(today)))
                    .filter(row -> row.state() == ProgressState.PLANNED || row.isEarly(today) || row.isWaiting(today))
                    .count();
            long running = all.stream()
                    .filter(row -> !row.removed() && !(started && row.overdue(today)))
                    .filter(row -> row.state() == ProgressState.OPEN && !row.isEarly(today) && !row.isWaiting(today))
                    .count();
            return new Part(
                    stage, rows, narrowed || late > 0 || stage.state() == ProgressState.OPEN, late, running, ahead);
        }
    }

    /** Who answers for the rows, whom their open tasks wait for and, for who answers for the year, how much lies with whom. */
    private void people(ProgrammeTable table, Model model) {
        TaskHolders holders = TaskHolders.of(staff, List.of(table.programme().schoolId()));
        model.addAttribute("holders", holders);
        boolean oversees = user.answersForYears();
        model.addAttribute("oversees", oversees);
        LocalDateTime now = LocalDateTime.now(clock);
        List<OpenTask> open = oversees && table.programme().state() == Programme.State.RUNNING
                ? tasks.ofProgramme(table.programme().id())
                : List.of();
        model.addAttribute(
                "waiting",
                open.stream()
                        .filter(task -> task.roadmapItem() != null && task.hasBegun(now.toLocalDate()))
                        .collect(Collectors.groupingBy(OpenTask::roadmapItem)));
        model.addAttribute(
                "waitsFor", open.stream().collect(Collectors.toMap(OpenTask::id, holders::of, (first, same) -> first)));
        model.addAttribute("load", Load.of(open, holders, now));
    }

    @GetMapping("/programmes/{id}/activities/{item}")
    String activity(@PathVariable Long id, @PathVariable String item, Model model) {
        ProgrammeTable table = overview.table(id);
        String key = keys.key(id, item);
        ActivityProgress row = table.find(key).orElseThrow(() -> new NotFoundException("activity.unknown"));
        LocalDateTime now = LocalDateTime.now(clock);
        model.addAttribute("today", now.toLocalDate());
        model.addAttribute("table", table);
        model.addAttribute("row", row);
        model.addAttribute("stage", stageOf(table, row));
        model.addAttribute("tasks", openTasks(id, row, now));
        model.addAttribute("stopped", overview.isStopped(table, row));
        model.addAttribute("oversees", user.answersForYears());
        model.addAttribute("mends", user.has(Role.ADMINISTRATOR));
        model.addAttribute(
                "recordedBy", row.outcome() == null ? "" : nameOf(row.outcome().recordedBy()));
        model.addAttribute("heldUpBy", waitsFor(table, row));
        TaskHolders holders = TaskHolders.of(staff, List.of(table.programme().schoolId()));
        model.addAttribute("holders", holders);
        model.addAttribute("ways", row.removed() ? List.of() : ahead.ways(id, row.activity()));
        correctable(id, key, row, model);
        model.addAttribute(
                "events",
                events.of(id).stream()
                        .filter(event -> event.activityKey().equals(key))
                        .toList());
        model.addAttribute(
                "documents",
                documents.ofProgramme(id).stream()
                        .filter(document ->
                                document.activityKey().filter(key::equals).isPresent())
                        .toList());
        model.addAttribute("entries", evidence.list(id, key));
        model.addAttribute("mayAdd", evidence.mayChange(id, key));
        model.addAttribute("mayMove", terms.mayMove());
        model.addAttribute("holidays", WorkingDays.holidays());
        List<StepRecord> recorded = steps.of(id, key);
        model.addAttribute("steps", recorded);
        model.addAttribute(
                "recorders",
                recorded.stream()
                        .map(StepRecord::recordedBy)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), login -> login.equals(CurrentUser.SYSTEM) ? "" : nameOf(login))));
        model.addAttribute("readable", papers.of(table.programme()).words(key));
        return "overview/activity";
    }

    /** What holds up a row that the roadmap has not come to, as far as the drawing says. */
    private static List<ActivityProgress> waitsFor(ProgrammeTable table, ActivityProgress row) {
        return row.state() != ProgressState.PLANNED || row.removed()
                ? List.of()
                : table
                        .roadmap()
                        .order()
                        .holding(
                                row.activity().key(),
                                other -> table.find(other)
                                        .filter(found -> found.outcome() == null)
                                        .isEmpty())
                        .stream()
                        .flatMap(key -> table.find(key).stream())
                        .sorted(Comparator.comparing(found -> found.activity().item(), RoadmapItems.order()))
                        .toList();
    }

    /** A correction and who made it. */
    record Corrected(ActivityCorrection before, String recordedBy, String correctedBy) {}

    private void correctable(Long programmeId, String key, ActivityProgress row, Model model) {
        Optional<ActivityRecord> record = Optional.ofNullable(row.outcome());
        model.addAttribute(
                "takeBackUntil", record.flatMap(corrections::takeBackUntil).orElse(null));
        model.addAttribute(
                "freelyUntil", record.flatMap(corrections::freelyUntil).orElse(null));
        Optional<ActivityProcess.Done> step = row.removed()
                ? Optional.empty()
                : corrections.recentStep(programmeId, row.activity().item());
        model.addAttribute("stepBack", step.orElse(null));
        model.addAttribute(
                "stepBackUntil", step.map(done -> corrections.until(done.at())).orElse(null));
        model.addAttribute("mayCorrect", record.filter(corrections::mayCorrect).isPresent());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "corrections",
                corrections.history(programmeId, key).stream()
                        .map(before -> new Corrected(before, nameOf(before.recordedBy()), nameOf(before.correctedBy())))
                        .toList());
    }

    /**
     * An open task of the activity.
     *
     * @param line the task
     * @param worker name of who works on it; empty while nobody does
     */
    record Waiting(TaskLine line, String worker) {}

    private List<Waiting> openTasks(Long programmeId, ActivityProgress row, LocalDateTime now) {
        if (row.removed()) {
            return List.of();
        }
        return tasks
                .ofActivity(programmeId, row.activity().item(), row.activity().elementId())
                .stream()
                .filter(task -> ProgrammeNames.belongs(task, row.activity()))
                .map(task -> new Waiting(
                        TaskLine.of(task, "", row.activity().item(), task.isOpenTo(user), user.login(), now),
                        task.assignee() == null ? "" : nameOf(task.assignee())))
                .toList();
    }

    private String nameOf(String login) {
        return staff.nameBehind(login);
    }

    private static Stage stageOf(ProgrammeTable table, ActivityProgress row) {
        return table.stages().stream()
                .map(StageProgress::stage)
                .filter(stage -> table.of(stage).contains(row))
                .findFirst()
                .orElseThrow();
    }

    private static boolean contains(ActivityProgress row, Stage stage, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return row.activity().says(wanted)
                || stage.title().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
