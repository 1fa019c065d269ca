package org.mentoringroadmap.overview.web;

import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.EvidenceLink;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgressState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The activities of a programme for other programs. */
@RestController
class ActivitiesApi {
    /**
     * One activity.
     *
     * @param key tells the activity from all others of the roadmap, whatever its number becomes
     * @param roadmapItem item such as {@code 000-1.1.1}
     * @param title what is to do
     * @param start first day; null when the roadmap names none
     * @param due last day, as it was moved; null when the roadmap names none
     * @param responsible role ids with commas
     * @param state PLANNED, OPEN or CLOSED
     * @param outcome {@code done}, {@code earlier}, {@code not-held} or null
     * @param evidence what shows the result
     */
    record Activity(
            String key,
            String roadmapItem,
            String title,
            LocalDate start,
            LocalDate due,
            String responsible,
            ProgressState state,
            String outcome,
            List<EvidenceLink> evidence) {
        static Activity of(ActivityProgress row) {
            return new Activity(
                    row.activity().key(),
                    row.activity().item(),
                    row.activity().title(),
                    row.start(),
                    row.due(),
                    String.join(",", row.activity().responsible()),
                    row.state(),
                    row.outcome() == null ? null : row.outcome().outcome().id(),
                    row.evidence());
        }
    }

    private final Overview overview;

    ActivitiesApi(Overview overview) {
        this.overview = overview;
    }

    /** All activities of a programme in the order of the roadmap. */
    @GetMapping("/api/programmes/{id}/activities")
    List<Activity> activities(@PathVariable Long id) {
        return overview.table(id).rows().map(Activity::of).toList();
    }
}
