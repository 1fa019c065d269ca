package org.mentoringroadmap.programme.web;

import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.programme.ModelUpdates;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings the newest models into a year that runs. */
@RestController
class ModelUpdatesApi {
    /**
     * Something that the programme takes.
     *
     * @param activity item of the activity; id of a block, another process or a decision where no activity is meant
     * @param change what is new, in Russian
     */
    record Move(String activity, String change) {}

    /**
     * A change of an activity that the programme does not take.
     *
     * @param activity its item
     * @param reason what the change is and why it stays out, in Russian
     */
    record Stay(String activity, String reason) {}

    /** What moves and what stays. */
    record Answer(List<Move> moves, List<Stay> stays) {}

    private final ModelUpdates updates;
    private final ModelChangeTexts texts;

    ModelUpdatesApi(ModelUpdates updates, ModelChangeTexts texts) {
        this.updates = updates;
        this.texts = texts;
    }

    /**
     * Applies the newest models to a programme.
     *
     * @param dryRun whether it is only said what would happen, which is so where nothing is said
     */
    @PostMapping("/api/programmes/{id}/apply-models")
    Answer apply(@PathVariable Long id, @RequestParam(defaultValue = "true") boolean dryRun) {
        ModelUpdates.Plan plan = dryRun ? updates.plan(id) : updates.apply(id);
        List<Move> moves = new ArrayList<>();
        plan.moves().forEach(change -> moves.add(new Move(change.any().item(), texts.of(change))));
        plan.shared().forEach(model -> moves.add(new Move(model, texts.newEdition())));
        return new Answer(
                moves,
                plan.stays().stream()
                        .map(stay -> new Stay(stay.change().any().item(), texts.of(stay)))
                        .toList());
    }
}
