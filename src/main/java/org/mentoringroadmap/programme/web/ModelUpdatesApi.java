package org.mentoringroadmap.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.programme.ProgrammeProcess;
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
     * @param activity item of the activity; id of a block, another process or a decision where none is meant
     * @param change what is new, in Russian
     */
    record Move(String activity, String change) {}

    /**
     * A change that the programme does not take, or something begun that ends by the model with which it has begun.
     *
     * @param activity item of the activity; id of the process where no activity is meant
     * @param reason what the change is and why it stays out, in Russian
     */
    record Stay(String activity, String reason) {}

    /** What moves and what stays. */
    record Answer(List<Move> moves, List<Stay> stays) {}

    private final ModelUpdates updates;
    private final ProgrammeProcess process;
    private final ModelChangeTexts texts;

    ModelUpdatesApi(ModelUpdates updates, ProgrammeProcess process, ModelChangeTexts texts) {
        this.updates = updates;
        this.process = process;
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
        Map<String, String> titles = process.titles();
        plan.going()
                .forEach(begun -> moves.add(new Move(
                        nameOf(begun.item(), begun.process()),
                        texts.goesOn(begun, titles.getOrDefault(begun.process(), begun.process())))));
        plan.settings().stream()
                .filter(setting -> !setting.late())
                .forEach(setting -> moves.add(new Move(nameOf(setting.item(), setting.process()), texts.of(setting))));
        List<Stay> stays = new ArrayList<>();
        plan.stays().forEach(stay -> stays.add(new Stay(stay.change().any().item(), texts.of(stay))));
        plan.ending()
                .forEach(begun -> stays.add(new Stay(
                        nameOf(begun.item(), begun.process()),
                        texts.of(begun, titles.getOrDefault(begun.process(), begun.process())))));
        plan.settings().stream()
                .filter(ModelUpdates.Setting::late)
                .forEach(setting ->
                        stays.add(new Stay(nameOf(setting.item(), setting.process()), texts.stays(setting))));
        return new Answer(moves, stays);
    }

    private static String nameOf(String item, String process) {
        return item.isEmpty() ? process : item;
    }
}
