package org.mentoringroadmap.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mentoringroadmap.platform.deploy.TemplateChoices;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.roadmap.ElementChange;
import org.mentoringroadmap.roadmap.ElementChange.Difference;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.school.RoleTitles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How elements differ between two versions of a model, in the words of the paper and of the panel of Modeler. */
@Component
class ElementChangeTexts {
    /** An element and what is new about it, each thing for itself. */
    record Line(String name, List<String> texts) {}

    private final MessageSource messages;
    private final RoleTitles roles;
    private final ProgrammeProcess process;
    private final TemplateChoices choices;

    ElementChangeTexts(MessageSource messages, RoleTitles roles, ProgrammeProcess process, TemplateChoices choices) {
        this.messages = messages;
        this.roles = roles;
        this.process = process;
        this.choices = choices;
    }

    List<Line> of(List<ElementChange> changes) {
        Map<String, String> titles = process.titles();
        Map<String, Map<String, String>> named = choices.byInput();
        return changes.stream()
                .map(change -> new Line(
                        change.name(),
                        change.aspects().isEmpty()
                                ? List.of(text("models.element." + change.kind()))
                                : change.aspects().stream()
                                        .map(one -> text(one, titles, named))
                                        .distinct()
                                        .toList()))
                .toList();
    }

    private String text(Difference one, Map<String, String> titles, Map<String, Map<String, String>> named) {
        String before = value(one, one.before(), titles, named);
        String after = value(one, one.after(), titles, named);
        String label = one.setting() == null ? "" : Messages.onPanel(one.setting());
        if (before.equals(after)) { // what is not printed of a number
            return text("models.number-same", after);
        }
        if (before.isEmpty()) {
            return text("models.now." + one.aspect(), after, label);
        }
        return after.isEmpty()
                ? text("models.gone." + one.aspect(), before, label)
                : text("models.change." + one.aspect(), before, after, label);
    }

    private String value(
            Difference one, String value, Map<String, String> titles, Map<String, Map<String, String>> named) {
        return switch (one.aspect()) {
            case NUMBER, NEEDS -> each(value, RoadmapItems::printed);
            case START, DUE -> Term.inWords(value);
            case RESPONSIBLE -> ModelProperties.isExpression(value) ? value : each(value, roles::of);
            case CALLS -> titles.getOrDefault(value, value);
            case SETTINGS -> named.getOrDefault(one.setting(), Map.of()).getOrDefault(value, value);
            default -> value;
        };
    }

    private static String each(String list, UnaryOperator<String> one) {
        return list.isEmpty()
                ? ""
                : Arrays.stream(list.split("\\s*[,;]\\s*")).map(one).collect(Collectors.joining(", "));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
