package org.mentoringroadmap.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Roadmap;

/**
 * The stages of a programme's year.
 *
 * @param programme the programme
 * @param roadmap its roadmap as the newest models run it
 * @param stages how far each stage has come, in order
 */
public record ProgrammeYear(Programme programme, Roadmap roadmap, List<StageProgress> stages) {
    /** Whether any stage has begun; before that terms that have passed wait to be confirmed, and nothing is late. */
    public boolean started() {
        return StageProgress.started(stages);
    }

    /** How many activities have not ended though their term has passed; none before the year has begun. */
    public long late(LocalDate today) {
        return started() ? stages.stream().mapToLong(stage -> stage.late(today)).sum() : 0;
    }

    /** The stage that runs now; empty between two stages and at the end. */
    public Optional<StageProgress> running() {
        return stages.stream()
                .filter(stage -> stage.state() == ProgressState.OPEN)
                .findFirst();
    }
}
