package org.mentoringroadmap.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.roadmap.RoadmapActivity;

/**
 * One row of the roadmap: what was planned and what became of it.
 *
 * @param activity the row as the roadmap names it
 * @param state whether it lies ahead, runs or has ended
 * @param start first day in this school year; null when the paper names none
 * @param due last day in this school year, as it was moved; the end of its stage where the paper names none
 * @param part last day of the part that is open now, of what is done at control points or again and again; null elsewhere
 * @param term the term as the paper says it; empty when there is none
 * @param points last days of the parts of its term as planned, in order; most terms have one
 * @param moved how the term was moved; null where it stands as planned
 * @param outcome how it ended; null while that is not recorded
 * @param evidence what shows the result
 * @param begun whether anything was done for it yet: a document is on its way, a step is recorded, something is added
 * @param removed whether the programme's edition no longer has it; it stands there for what was recorded about it
 */
public record ActivityProgress(
        RoadmapActivity activity,
        ProgressState state,
        LocalDate start,
        LocalDate due,
        LocalDate part,
        String term,
        List<LocalDate> points,
        MovedTerm moved,
        ActivityRecord outcome,
        List<EvidenceLink> evidence,
        boolean begun,
        boolean removed) {
    private static final int OFTEN = 3;

    /** The block whose tasks come when their time has come, and not before. */
    private static final String BY_TIMES = "recurring-activity";

    public ActivityProgress {
        points = List.copyOf(points);
        evidence = List.copyOf(evidence);
    }

    /** What stands for it in the address of its page. */
    public String address() {
        return removed ? ActivityKeys.address(activity.key()) : activity.item();
    }

    /** Whether its end is recorded while its last steps, such as making an order known, are still open. */
    public boolean finishing() {
        return !removed && state == ProgressState.OPEN && outcome != null;
    }

    /** Whether its task is there although its term has not begun and nothing was done yet, so that people can work ahead. */
    public boolean isEarly(LocalDate today) {
        return isBeforeItsTerm(today) && !begun && !comesByTimes();
    }

    /** Whether its first task comes with its term only: nothing can be done before. */
    public boolean isWaiting(LocalDate today) {
        return isBeforeItsTerm(today) && !begun && comesByTimes();
    }

    /** Whether it is done again and again, each time with a task of its own that comes in its time. */
    public boolean comesByTimes() {
        return BY_TIMES.equals(activity.calledElement());
    }

    private boolean isBeforeItsTerm(LocalDate today) {
        return !removed
                && state == ProgressState.OPEN
                && outcome == null
                && start != null
                && start.isAfter(today)
                && !overdue(today);
    }

    /**
     * How its state is put: {@code overview.<this>.<state>} is the key of the words.
     *
     * @param started whether the year has begun; until its terms are confirmed nothing is called late, nor ahead when its
     *     term has passed
     */
    public String wording(LocalDate today, boolean started) {
        if (!started && state == ProgressState.PLANNED && overdue(today)) {
            return "unconfirmed.activity";
        }
        if (finishing()) {
            return "recorded";
        }
        if (isEarly(today)) {
            return "early";
        }
        if (isWaiting(today)) {
            return "waiting";
        }
        return isBeforeItsTerm(today) ? "begun-early" : "activity";
    }

    /**
     * Whether its term, or that of its open part, has passed and no end of it is recorded. What is late is counted by activities, each once, at its first
     * number.
     */
    public boolean overdue(LocalDate today) {
        LocalDate next = earlier(due, part);
        return !removed && state != ProgressState.CLOSED && outcome == null && next != null && next.isBefore(today);
    }

    /** The day on which it is due next: that of the part that is open, or of the whole. */
    static LocalDate earlier(LocalDate due, LocalDate part) {
        return due == null || part != null && part.isBefore(due) ? part : due;
    }

    /** Whether a part of it is open whose last day comes before that of the whole. */
    public boolean inParts() {
        return state == ProgressState.OPEN && outcome == null && part != null && due != null && part.isBefore(due);
    }

    /** Why terms were moved, where that is the same for at least three of these: pages say it once. */
    static Optional<String> commonReason(Stream<ActivityProgress> rows) {
        return rows
                .filter(row -> row.moved != null)
                .collect(Collectors.groupingBy(row -> row.moved.reason(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(reason -> reason.getValue() >= OFTEN)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
