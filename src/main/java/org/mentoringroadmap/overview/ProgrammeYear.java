package org.mentoringroadmap.overview;

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
    /** The stage that runs now; empty between two stages and at the end. */
    public Optional<StageProgress> running() {
        return stages.stream()
                .filter(stage -> stage.state() == ProgressState.OPEN)
                .findFirst();
    }
}
