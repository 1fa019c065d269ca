package org.mentoringroadmap.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Outcome;
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

    /**
     * What has become of the activities, for a year that is over.
     *
     * @param done how many were carried out
     * @param earlier how many a document of before confirms
     * @param notHeld how many were done without
     * @param unrecorded of how many nothing was said
     */
    public record Results(long done, long earlier, long notHeld, long unrecorded) {}

    /** The results so far, each activity once, without those that the roadmap no longer has. */
    public Results results() {
        List<Optional<Outcome>> ends = rows().filter(row -> row.activity().first() && !row.removed())
                .map(row -> Optional.ofNullable(row.outcome()).map(ActivityRecord::outcome))
                .toList();
        return new Results(
                count(ends, Optional.of(Outcome.DONE)),
                count(ends, Optional.of(Outcome.EARLIER)),
                count(ends, Optional.of(Outcome.NOT_HELD)),
                count(ends, Optional.empty()));
    }

    private static long count(List<Optional<Outcome>> ends, Optional<Outcome> how) {
        return ends.stream().filter(how::equals).count();
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
