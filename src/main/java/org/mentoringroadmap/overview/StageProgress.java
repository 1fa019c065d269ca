package org.mentoringroadmap.overview;

import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.roadmap.Stage;

/**
 * How far a stage has come.
 *
 * @param stage the stage as the roadmap names it
 * @param state whether it lies ahead, runs or has ended
 * @param begun whether people may work in it, be its first term still ahead or not
 * @param start first day of its earliest row; null when no row has a start
 * @param due last day of its latest row; null when it has no row
 * @param open last days of those of its activities that have not ended, each at its first number
 * @param closed how many of its rows have ended
 * @param total how many rows the paper shows in it
 */
public record StageProgress(
        Stage stage,
        ProgressState state,
        boolean begun,
        LocalDate start,
        LocalDate due,
        List<LocalDate> open,
        long closed,
        long total) {

    public StageProgress {
        open = List.copyOf(open);
    }

    /** How many of its activities have no recorded end though their term has passed. */
    public long late(LocalDate today) {
        return open.stream().filter(due -> due.isBefore(today)).count();
    }

    /** Whether any of these has begun; before that terms that have passed wait to be confirmed, and nothing is late. */
    static boolean started(List<StageProgress> stages) {
        return stages.stream().anyMatch(StageProgress::begun);
    }

    /** Whole percents of activities that have ended. */
    public long percent() {
        return total == 0 ? 0 : closed * 100 / total;
    }

    /** As {@link ActivityProgress#wording}. */
    public String wording(LocalDate today, boolean started) {
        return !started && overdue(today) ? "unconfirmed.stage" : "stage";
    }

    /** Whether its term has passed before it ended. */
    public boolean overdue(LocalDate today) {
        return state != ProgressState.CLOSED && due != null && due.isBefore(today);
    }
}
