package org.mentoringroadmap.overview.web;

import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.EvidenceLink;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.roadmap.Edition;
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
     * @param edition definition of the stage from which the programme takes it, such as {@code stage-1:3:1f0c}; null for one
     *     that its edition no longer has
     * @param roadmapItem item such as {@code 000-1.1.1}
     * @param title what is to do
     * @param start first day; null when the roadmap names none
     * @param due last day, as it was moved; null when the roadmap names none
     * @param responsible role ids with commas
     * @param state PLANNED, OPEN or CLOSED
     * @param removed whether the edition no longer has it; it is answered for what was recorded about it
     * @param outcome {@code done}, {@code earlier}, {@code not-held} or null
     * @param evidence what shows the result
     */
    record Activity(
            String key,
            String edition,
            String roadmapItem,
            String title,
            LocalDate start,
            LocalDate due,
            String responsible,
            ProgressState state,
            boolean removed,
            String outcome,
            List<EvidenceLink> evidence) {
        static Activity of(ActivityProgress row, Edition edition) {
            return new Activity(
                    row.activity().key(),
                    row.removed()
                            ? null
                            : edition.process(row.activity().processId()).orElse(null),
                    row.activity().item(),
                    row.activity().title(),
                    row.start(),
                    row.due(),
                    String.join(",", row.activity().responsible()),
                    row.state(),
                    row.removed(),
                    row.outcome() == null ? null : row.outcome().outcome().id(),
                    row.evidence());
        }
    }

    private final Overview overview;
    private final Editions editions;

    ActivitiesApi(Overview overview, Editions editions) {
        this.overview = overview;
        this.editions = editions;
    }

    /** All activities of a programme in the order of the roadmap. */
    @GetMapping("/api/programmes/{id}/activities")
    List<Activity> activities(@PathVariable Long id) {
        ProgrammeTable table = overview.table(id);
        Edition edition = editions.of(table.programme());
        return table.rows().map(row -> Activity.of(row, edition)).toList();
    }
}
