package org.mentoringroadmap.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.ActivityChange.Aspect;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Role;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;

    ModelUpdatesApi(ModelUpdates updates, MessageSource messages) {
        this.updates = updates;
        this.messages = messages;
    }

    /**
     * Applies the newest models to a programme.
     *
     * @param dryRun whether it is only said what would happen, which is so where nothing is said
     */
    @PostMapping("/api/programmes/{id}/apply-models")
    Answer apply(@PathVariable Long id, @RequestParam(defaultValue = "true") boolean dryRun, Locale locale) {
        ModelUpdates.Plan plan = dryRun ? updates.plan(id) : updates.apply(id);
        List<Move> moves = new ArrayList<>();
        plan.moves().forEach(change -> moves.add(new Move(change.any().item(), sentence(change, locale))));
        plan.shared().forEach(model -> moves.add(new Move(model, text("models.change.shared", locale))));
        return new Answer(
                moves,
                plan.stays().stream()
                        .map(stay -> new Stay(
                                stay.change().any().item(),
                                text(
                                        "models.stays",
                                        locale,
                                        sentence(stay.change(), locale),
                                        text("models.stays." + stay.reason().name(), locale))))
                        .toList());
    }

    private String sentence(ActivityChange change, Locale locale) {
        if (change.before() == null) {
            return text("models.change.added", locale, change.after().title());
        }
        if (change.after() == null) {
            return text("models.change.removed", locale, change.before().title());
        }
        return String.join(
                "; ",
                change.aspects().stream()
                        .map(aspect -> text(
                                "models.change." + aspect.name(),
                                locale,
                                value(aspect, change.before(), locale),
                                value(aspect, change.after(), locale)))
                        .toList());
    }

    private String value(Aspect aspect, RoadmapActivity activity, Locale locale) {
        return switch (aspect) {
            case NUMBER -> activity.printedItem();
            case RESPONSIBLE ->
                String.join(
                        ", ",
                        activity.responsible().stream()
                                .map(role -> Role.of(role).isPresent() ? text("role." + role, locale) : role)
                                .toList());
            default -> aspect.of(activity);
        };
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
