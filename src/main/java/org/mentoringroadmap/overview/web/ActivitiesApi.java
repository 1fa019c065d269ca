package org.mentoringroadmap.overview.web;

import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.WorkAhead;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.EvidenceLink;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
     * @param roadmapItem item such as {@code 000-1.1.1}, the first number of the activity
     * @param number number of this row as the paper prints it; an activity has a row at each of its numbers
     * @param title what is to do
     * @param term the term as the paper says it; empty where it names none
     * @param start first day; null when the roadmap names none
     * @param due last day, as it was moved; the end of its stage where the roadmap names none
     * @param points last days of the parts of a term that has several, as planned
     * @param responsible whom the paper names; empty where it names nobody
     * @param roles ids of the roles that get the task
     * @param state PLANNED, OPEN or CLOSED
     * @param removed whether the edition no longer has it; it is answered for what was recorded about it
     * @param outcome {@code done}, {@code earlier}, {@code not-held} or null
     * @param evidence what shows the result
     */
    record Activity(
            String key,
            String edition,
            String roadmapItem,
            String number,
            String title,
            String term,
            LocalDate start,
            LocalDate due,
            List<LocalDate> points,
            String responsible,
            List<String> roles,
            ProgressState state,
            boolean removed,
            String outcome,
            List<EvidenceLink> evidence) {
        static Activity of(ActivityProgress row, Edition edition, String responsible) {
            return new Activity(
                    row.activity().key(),
                    row.removed()
                            ? null
                            : edition.process(row.activity().processId()).orElse(null),
                    row.activity().item(),
                    row.activity().printedItem(),
                    row.activity().title(),
                    row.term(),
                    row.start(),
                    row.due(),
                    row.points(),
                    responsible,
                    row.activity().responsible(),
                    row.state(),
                    row.removed(),
                    row.outcome() == null ? null : row.outcome().outcome().id(),
                    row.evidence());
        }
    }

    /**
     * What became of an activity before the roadmap has come to it.
     *
     * @param outcome {@code done}, {@code earlier} or {@code not-held}
     * @param date day on which it was done, or date of the document
     * @param number number of the document
     * @param note remark, or why it is not held
     * @param link address of a page that shows the result
     */
    record OutcomeJson(String outcome, LocalDate date, String number, String note, String link) {}

    private final Overview overview;
    private final Editions editions;
    private final PrintedResponsible responsible;
    private final WorkAhead ahead;

    ActivitiesApi(Overview overview, Editions editions, PrintedResponsible responsible, WorkAhead ahead) {
        this.ahead = ahead;
        this.overview = overview;
        this.editions = editions;
        this.responsible = responsible;
    }

    /** All activities of a programme in the order of the roadmap. */
    @GetMapping("/api/programmes/{id}/activities")
    List<Activity> activities(@PathVariable Long id) {
        ProgrammeTable table = overview.table(id);
        Edition edition = editions.of(table.programme());
        return table.rows()
                .map(row -> Activity.of(row, edition, responsible.of(row.activity())))
                .toList();
    }

    /** Records the outcome of an activity ahead of its turn; 409 where its turn has come. */
    @PostMapping("/api/programmes/{id}/activities/{item}/outcome")
    Activity record(@PathVariable Long id, @PathVariable String item, @RequestBody OutcomeJson said) {
        ahead.record(
                id,
                item,
                new OutcomeInput(
                        Outcome.find(said.outcome()).orElse(null),
                        said.date(),
                        said.number(),
                        said.note(),
                        said.link()));
        return activities(id).stream()
                .filter(row -> row.roadmapItem().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("activity.unknown"));
    }
}
