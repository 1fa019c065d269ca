package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.Stage;

/**
 * The whole roadmap of a programme with what became of it.
 *
 * @param programme the programme
 * @param roadmap its roadmap as its edition has it
 * @param stages how far each stage has come, in order; those that the edition no longer has come last
 * @param activities rows by the {@link Stage#anchor} of their stage; an activity has a row at each of its numbers
 */
public record ProgrammeTable(
        Programme programme,
        Roadmap roadmap,
        List<StageProgress> stages,
        Map<String, List<ActivityProgress>> activities) {

    /** Whether any stage has begun; before that terms that have passed wait to be confirmed, and nothing is late. */
    public boolean started() {
        return StageProgress.started(stages);
    }

    /** Rows of one stage. */
    public List<ActivityProgress> of(Stage stage) {
        return activities.getOrDefault(stage.anchor(), List.of());
    }

    /** All rows, stage by stage. */
    public Stream<ActivityProgress> rows() {
        return stages.stream().flatMap(progress -> of(progress.stage()).stream());
    }

    /** Why most terms were moved, to be said once; null where no reason is shared. */
    public String commonReason() {
        return ActivityProgress.commonReason(rows()).orElse(null);
    }

    /** The row of an activity, by its key, at its first number. */
    public Optional<ActivityProgress> find(String key) {
        return rows().filter(row -> row.activity().key().equals(key))
                .filter(row -> row.activity().first())
                .findFirst();
    }
}
