package org.mentoringroadmap.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.ActivityChange.Aspect;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.school.RoleTitles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How activities differ between two editions, in Russian. */
@Component
class ModelChangeTexts {
    private final MessageSource messages;
    private final RoleTitles roles;

    ModelChangeTexts(MessageSource messages, RoleTitles roles) {
        this.messages = messages;
        this.roles = roles;
    }

    /** What is new about an activity, in one line. */
    String of(ActivityChange change) {
        return String.join("; ", parts(change));
    }

    /** What is new about an activity, each thing for itself. */
    List<String> parts(ActivityChange change) {
        if (change.before() == null) {
            return List.of(text("models.change.added", change.after().title()));
        }
        if (change.after() == null) {
            return List.of(text("models.change.removed", change.before().title()));
        }
        return change.aspects().stream()
                .map(aspect -> text(aspect, value(aspect, change.before()), value(aspect, change.after())))
                .toList();
    }

    private String text(Aspect aspect, String before, String after) {
        if (aspect == Aspect.NUMBER && before.equals(after)) { // what is not printed of it
            return text("models.number-same", after);
        }
        if (before.isEmpty() && !after.isEmpty()) {
            return text("models.now." + aspect.name(), after);
        }
        return after.isEmpty() && !before.isEmpty()
                ? text("models.gone." + aspect.name(), before)
                : text("models.change." + aspect.name(), before, after);
    }

    /** What stays out, and why. */
    String of(ModelUpdates.Stay stay) {
        return text("models.stays", of(stay.change()), reason(stay));
    }

    /** What ends by the model with which it has begun, and why. */
    String of(ModelUpdates.Begun begun, String model) {
        return text("models.stays", begun(begun, model), reason(begun));
    }

    /** Why it stays out. */
    String reason(ModelUpdates.Stay stay) {
        return text("models.stays." + stay.reason().name(), stay.element());
    }

    /** What of a begun block does not change. */
    String begun(ModelUpdates.Begun begun, String model) {
        return text(begun.count() == 1 ? "models.begun.one" : "models.begun.many", model, begun.count());
    }

    /** Why it does not. */
    String reason(ModelUpdates.Begun begun) {
        return begun.reason()
                .map(reason -> text("models.begun." + reason.name(), begun.element()))
                .orElse("");
    }

    /** What has begun and goes on by the newest models: how many of each, by name. */
    List<String> counted(List<ModelUpdates.Begun> begun, Map<String, String> titles) {
        Map<String, Long> counts = begun.stream()
                .collect(Collectors.groupingBy(
                        one -> titles.getOrDefault(one.process(), one.process()),
                        TreeMap::new,
                        Collectors.summingLong(ModelUpdates.Begun::count)));
        return counts.entrySet().stream()
                .map(one -> text("models.begun.counted", one.getKey(), one.getValue()))
                .toList();
    }

    /** Of what has begun, that it goes on by the newest model. */
    String goesOn(ModelUpdates.Begun begun, String model) {
        return text("models.begun.goes-on", model, begun.count());
    }

    /** Of a parameter of something begun, that it has another value. */
    String of(ModelUpdates.Setting setting) {
        return text("models.setting", setting.name());
    }

    /** Why what has begun keeps its value. */
    String late() {
        return text("models.setting.late");
    }

    /** A parameter that keeps its value, and why. */
    String stays(ModelUpdates.Setting setting) {
        return text("models.stays", of(setting), late());
    }

    /** Of a block or a table only that it is another one. */
    String newEdition() {
        return text("models.change.shared");
    }

    private String value(Aspect aspect, RoadmapActivity activity) {
        return switch (aspect) {
            case NUMBER -> activity.printedItem();
            case RESPONSIBLE ->
                String.join(", ", activity.responsible().stream().map(roles::of).toList());
            case START -> words(activity.start());
            case DUE -> words(activity.due());
            default -> aspect.of(activity);
        };
    }

    private static String words(Term term) {
        return term == null ? "" : term.words();
    }

    private String text(String code, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(code, arguments, locale);
    }
}
