package org.mentoringroadmap.overview.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom the paper names as responsible. Templates call it. */
@Component("printedResponsible")
class PrintedResponsible {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    PrintedResponsible(MessageSource messages) {
        this.messages = messages;
    }

    /** As the paper says it: the titles of the roles, other words where the model has them; empty where it names nobody. */
    public String of(RoadmapActivity activity) {
        return activity.printedResponsible() == null ? roles(activity) : activity.printedResponsible();
    }

    /** Titles of the roles that get the task. */
    public String roles(RoadmapActivity activity) {
        return activity.responsible().stream()
                .map(role -> messages.getMessage("role." + role, null, role, RUSSIAN))
                .collect(Collectors.joining(", "));
    }
}
