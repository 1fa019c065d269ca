package org.mentoringroadmap.programme.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the newest models would bring into a year that runs, and the decision to take it. */
@Controller
class ModelUpdatesController {
    /**
     * A changed activity.
     *
     * @param number as the paper prints it
     * @param title its name as it is now, or was
     * @param changes what is new, each thing for itself
     * @param reason why it stays out; null for one that moves
     */
    record Line(String number, String title, List<String> changes, String reason) {}

    private final ModelUpdates updates;
    private final ProgrammeProcess process;
    private final Programmes programmes;
    private final ModelChangeTexts texts;

    ModelUpdatesController(
            ModelUpdates updates, ProgrammeProcess process, Programmes programmes, ModelChangeTexts texts) {
        this.updates = updates;
        this.process = process;
        this.programmes = programmes;
        this.texts = texts;
    }

    @GetMapping("/programmes/{id}/models")
    String show(@PathVariable Long id, Model model) {
        ModelUpdates.Plan plan = updates.plan(id);
        model.addAttribute("programme", programmes.visible(id));
        Map<String, String> titles = process.titles();
        model.addAttribute(
                "moves",
                Stream.concat(
                                plan.moves().stream().map(change -> line(change, null)),
                                plan.settings().stream()
                                        .filter(setting -> !setting.late())
                                        .map(setting -> line(setting, titles, null)))
                        .toList());
        model.addAttribute(
                "stays",
                Stream.of(
                                plan.stays().stream().map(stay -> line(stay.change(), texts.reason(stay))),
                                plan.ending().stream().map(begun -> line(begun, titles)),
                                plan.settings().stream()
                                        .filter(ModelUpdates.Setting::late)
                                        .map(setting -> line(setting, titles, texts.late())))
                        .flatMap(Function.identity())
                        .toList());
        model.addAttribute("going", texts.counted(plan.going(), titles));
        model.addAttribute(
                "shared",
                plan.shared().stream().map(key -> titles.getOrDefault(key, key)).toList());
        return "programme/models";
    }

    @PostMapping("/programmes/{id}/models")
    String apply(@PathVariable Long id, RedirectAttributes redirect) {
        updates.apply(id);
        redirect.addFlashAttribute("notice", "models.applied");
        return "redirect:/programmes/" + id + "/models";
    }

    private Line line(ModelUpdates.Begun begun, Map<String, String> titles) {
        String model = titles.getOrDefault(begun.process(), begun.process());
        return new Line(
                RoadmapItems.printed(begun.item()),
                begun.title().isEmpty() ? model : begun.title(),
                List.of(texts.begun(begun, model)),
                texts.reason(begun));
    }

    private Line line(ModelUpdates.Setting setting, Map<String, String> titles, String reason) {
        return new Line(
                RoadmapItems.printed(setting.item()),
                setting.title().isEmpty() ? titles.getOrDefault(setting.process(), setting.process()) : setting.title(),
                List.of(texts.of(setting)),
                reason);
    }

    private Line line(ActivityChange change, String reason) {
        return new Line(change.any().printedItem(), change.any().title(), texts.parts(change), reason);
    }
}
