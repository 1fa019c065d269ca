package org.mentoringroadmap.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The year as one picture: stages and activities against months. Every month is equally wide, {@link #MONTH} units; within
 * it a day has its share.
 *
 * @param months the months that the picture shows, without a gap, never none
 * @param today where today is, from the left edge; empty where the picture does not show today
 * @param stages the stages with what is shown of them
 */
public record YearPicture(List<YearMonth> months, Optional<Integer> today, List<StageRow> stages) {
    /** How wide a month is. */
    public static final int MONTH = 100;

    /** A bar is never narrower, so that it is seen. */
    private static final int NARROWEST = 12;

    /** What a bar says by its colour. */
    public enum Look {
        /** Has ended. */
        DONE,
        /** Has not ended, and its term has passed. */
        LATE,
        /** Runs. */
        RUNNING,
        /** Its task is there before its term has begun. */
        AHEAD,
        /** Lies ahead. */
        PLANNED
    }

    /**
     * From the first day to the last.
     *
     * @param from first day; null where none is known, the bar then is a short one that ends at the last day
     * @param to last day
     * @param x where it begins
     * @param width how wide it is
     */
    public record Bar(LocalDate from, LocalDate to, int x, int width) {}

    /**
     * An activity.
     *
     * @param bar empty where it has no term
     */
    public record ActivityRow(ActivityProgress activity, Look look, Optional<Bar> bar) {}

    /**
     * A stage.
     *
     * @param bar from its first day to its last; empty where it has no term
     * @param late how many of the shown activities are late
     */
    public record StageRow(
            StageProgress stage, Look look, Optional<Bar> bar, List<ActivityRow> activities, long late) {}

    /** How wide the picture is. */
    public int width() {
        return months.size() * MONTH;
    }

    /**
     * Draws what is to be shown of a programme's year.
     *
     * @param shown whether an activity is to be shown; a stage without one is left out
     */
    static YearPicture of(ProgrammeTable table, LocalDate today, Predicate<ActivityProgress> shown) {
        List<StageProgress> stages = table.stages().stream()
                .filter(stage -> table.of(stage.stage()).stream().anyMatch(row -> isDrawn(row, shown)))
                .toList();
        List<LocalDate> days = stages.stream()
                .flatMap(stage -> table.of(stage.stage()).stream())
                .filter(row -> isDrawn(row, shown))
                .flatMap(row -> Stream.of(row.start(), row.due()).filter(Objects::nonNull))
                .sorted()
                .toList();
        YearMonth first = YearMonth.from(days.isEmpty() ? today : days.get(0));
        YearMonth last = YearMonth.from(days.isEmpty() ? today : days.get(days.size() - 1));
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        boolean begun = table.started();
        return new YearPicture(
                List.copyOf(months),
                months.contains(YearMonth.from(today)) ? Optional.of(at(first, today)) : Optional.empty(),
                stages.stream()
                        .map(stage -> stage(stage, table.of(stage.stage()), shown, first, today, begun))
                        .toList());
    }

    private static boolean isDrawn(ActivityProgress row, Predicate<ActivityProgress> shown) {
        return row.activity().first() && !row.removed() && shown.test(row);
    }

    private static StageRow stage(
            StageProgress stage,
            List<ActivityProgress> rows,
            Predicate<ActivityProgress> shown,
            YearMonth first,
            LocalDate today,
            boolean begun) {
        List<ActivityRow> activities = rows.stream()
                .filter(row -> isDrawn(row, shown))
                .map(row -> new ActivityRow(row, look(row, today, begun), bar(first, row.start(), row.due())))
                .toList();
        long late = activities.stream().filter(row -> row.look() == Look.LATE).count();
        return new StageRow(
                stage,
                look(stage, today, begun),
                bar(
                        first,
                        activities.stream()
                                .map(row -> row.activity().start())
                                .filter(Objects::nonNull)
                                .min(LocalDate::compareTo)
                                .orElse(null),
                        activities.stream()
                                .map(row -> row.activity().due())
                                .filter(Objects::nonNull)
                                .max(LocalDate::compareTo)
                                .orElse(null)),
                activities,
                late);
    }

    private static Look look(StageProgress stage, LocalDate today, boolean begun) {
        return switch (stage.state()) {
            case CLOSED -> Look.DONE;
            case OPEN -> begun && stage.overdue(today) ? Look.LATE : Look.RUNNING;
            case PLANNED -> begun && stage.overdue(today) ? Look.LATE : Look.PLANNED;
        };
    }

    private static Look look(ActivityProgress row, LocalDate today, boolean begun) {
        if (row.state() == ProgressState.CLOSED || row.outcome() != null) {
            return Look.DONE;
        }
        if (begun && row.overdue(today)) {
            return Look.LATE;
        }
        if (row.state() == ProgressState.PLANNED) {
            return Look.PLANNED;
        }
        if (row.isWaiting(today)) {
            return Look.PLANNED;
        }
        return row.isEarly(today) ? Look.AHEAD : Look.RUNNING;
    }

    private static Optional<Bar> bar(YearMonth first, LocalDate from, LocalDate to) {
        if (to == null) {
            return Optional.empty();
        }
        int end = at(first, to) + MONTH / to.lengthOfMonth();
        int begin = from == null || from.isAfter(to) ? end - NARROWEST : at(first, from);
        int x = Math.max(0, Math.min(begin, end - NARROWEST));
        return Optional.of(new Bar(from, to, x, end - x));
    }

    private static int at(YearMonth first, LocalDate day) {
        int month = (day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue();
        return month * MONTH + (day.getDayOfMonth() - 1) * MONTH / day.lengthOfMonth();
    }
}
