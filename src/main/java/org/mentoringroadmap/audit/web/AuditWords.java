package org.mentoringroadmap.audit.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.audit.AuditRow;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.shared.AuditThing;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says recorded acts in Russian, and where what they were about may be looked at. */
@Component("auditWords")
class AuditWords {
    private static final String ROLES = "role.";

    /** Facts whose values have titles: beginnings of the titles' keys. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("role", "participant-role."),
            Map.entry("point", "assessment.point."),
            Map.entry("kind", "consent-kind."),
            Map.entry("purpose", "admission-purpose."),
            Map.entry("decision", "erasure."),
            Map.entry("given", ROLES),
            Map.entry("taken", ROLES),
            Map.entry("stands-on", ROLES),
            Map.entry("staff-role", ROLES),
            Map.entry("class", "document.class."),
            Map.entry("journal", "document.register."),
            Map.entry("class-before", "document.class."),
            Map.entry("reason", "audit.reason."),
            Map.entry("how", "audit.how."),
            Map.entry("questionnaire", "questionnaire-title."),
            Map.entry("channel", "questionnaire-channel."));

    /** Said by the link to what the act was about. */
    private static final Set<String> PARTS_OF_ADDRESSES = Set.of("programme");

    /** What lists of people without a class are asked for with. */
    private static final String NO_CLASS = "0";

    private final MessageSource messages;
    private final CurrentUser user;
    private final RoleTitles roles;

    AuditWords(MessageSource messages, CurrentUser user, RoleTitles roles) {
        this.messages = messages;
        this.roles = roles;
        this.user = user;
    }

    /** What was done. */
    public String act(AuditRow row) {
        return text("audit.act." + row.act());
    }

    /** What it was about; empty for nothing in particular. */
    public String thing(AuditRow row) {
        if (row.thing() == AuditThing.SCHOOL_CLASS && NO_CLASS.equals(row.thingId())) {
            return text("audit.thing.no-class");
        }
        return row.thing() == null ? "" : text("audit.thing." + row.thing(), row.thingId());
    }

    /** Of how many, and what else is known; empty for nothing. */
    public String more(AuditRow row) {
        String facts = row.facts().entrySet().stream()
                .filter(fact -> !PARTS_OF_ADDRESSES.contains(fact.getKey()))
                .map(fact -> text("audit.fact." + fact.getKey(), value(fact.getKey(), fact.getValue())))
                .collect(Collectors.joining(", "));
        if (row.count() == null) {
            return facts;
        }
        String count = text("audit.count", String.valueOf(row.count()));
        return facts.isEmpty() ? count : count + ", " + facts;
    }

    private String value(String fact, String value) {
        String title = TITLES.get(fact);
        return title == null
                ? value.replace(",", ", ")
                : Arrays.stream(value.split(","))
                        .map(word -> title.equals(ROLES)
                                ? roles.of(word)
                                : messages.getMessage(title + word, null, word, LocaleContextHolder.getLocale()))
                        .collect(Collectors.joining(", "));
    }

    /** Where the thing may be looked at by who reads this; null where nowhere. */
    public String path(AuditRow row) {
        if (row.thing() == null) {
            return null;
        }
        String programme = row.facts().get("programme");
        boolean director = user.has(Role.DIRECTOR);
        return switch (row.thing()) {
            case PROGRAMME -> "/programmes/" + row.thingId();
            case DOCUMENT -> director ? "/documents/" + row.thingId() : null;
            case PROGRAMME_CARD -> "/programme-cards/" + row.thingId();
            case SCHOOL -> school(row.thingId());
            case STAFF_MEMBER, ACCOUNT -> row.school() == null ? null : school(row.school());
            case PARTICIPANT -> director ? "/participants/" + row.thingId() : null;
            case MATCHING_RUN -> director ? "/matching-runs/" + row.thingId() : null;
            case PAIR -> director && programme != null ? "/programmes/" + programme + "/pairs/" + row.thingId() : null;
            case PARTNER ->
                director && programme != null ? "/programmes/" + programme + "/partners/" + row.thingId() : null;
            case SCHOOL_CLASS ->
                director && programme != null
                        ? "/programmes/" + programme + "/consents?classId=" + row.thingId()
                        : null;
            case DOCUMENT_KIND -> user.has(Role.ADMINISTRATOR) ? "/admin/document-kinds" : null;
            case DOCUMENT_TEMPLATE ->
                user.has(Role.ADMINISTRATOR) && row.school() != null
                        ? "/admin/document-templates/" + row.school() + "/" + row.thingId()
                        : null;
            case CONSENT, PERSON, EVIDENCE, TASK, DEPLOYMENT, ROLE -> null;
        };
    }

    private static String school(String id) {
        return "/school?school=" + id;
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
