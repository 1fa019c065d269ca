package org.mentoringroadmap.platform.web;

import static org.mentoringroadmap.school.Role.ADMINISTRATOR;
import static org.mentoringroadmap.school.Role.CLASS_TEACHER;
import static org.mentoringroadmap.school.Role.CURATOR;
import static org.mentoringroadmap.school.Role.DEPUTY;
import static org.mentoringroadmap.school.Role.DIRECTOR;
import static org.mentoringroadmap.school.Role.MENTOR;
import static org.mentoringroadmap.school.Role.MODEL_ADMINISTRATOR;
import static org.mentoringroadmap.school.Role.PSYCHOLOGIST;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Webapps;

/**
 * The left menu. Who may open a page is decided where it is done and asked of {@link
 * org.mentoringroadmap.shared.OpenPages}; roles stand here only for pages that everybody may open and few have use for, and
 * for the engine's webapps.
 */
final class Menu {
    static final String INCIDENTS = "/admin/incidents";
    static final String STATE = "/admin/state";
    static final String MODELS = "/admin/models";

    /**
     * One line of the menu.
     *
     * @param path where it leads
     * @param code key of its text
     * @param roles ids of the roles that have use for it; empty for everybody who may open it
     */
    record Line(String path, String code, Set<String> roles) {
        boolean seenBy(Collection<String> held) {
            return roles.isEmpty() || held.stream().anyMatch(roles::contains);
        }
    }

    /**
     * Lines that belong together.
     *
     * @param code key of the heading; null for none
     */
    record Part(String code, List<Line> lines) {}

    static final List<Part> PARTS = List.of(
            part(
                    null,
                    line("/", "menu.home"),
                    line(Webapps.TASKLIST, "menu.tasks"),
                    line("/inbox", "menu.inbox"),
                    line("/classes", "menu.classes", CLASS_TEACHER, DEPUTY, CURATOR),
                    line("/roadmap", "menu.roadmap"),
                    line("/participants", "menu.participants"),
                    line("/pairs", "menu.pairs"),
                    line("/mentoring", "menu.mentoring", MENTOR),
                    line("/programme-cards", "menu.programme-cards", CURATOR, DEPUTY, DIRECTOR, PSYCHOLOGIST, MENTOR),
                    line("/documents", "menu.documents"),
                    line("/documents/paper", "menu.paper")),
            part(
                    "menu.part.school",
                    line("/programmes", "menu.programmes"),
                    line("/school", "menu.school"),
                    line("/questionnaires", "menu.questionnaires"),
                    line("/audit", "menu.audit")),
            part(
                    "menu.part.system",
                    line(STATE, "menu.state", ADMINISTRATOR),
                    line(INCIDENTS, "menu.incidents", ADMINISTRATOR),
                    line(MODELS, "menu.models", MODEL_ADMINISTRATOR),
                    line("/admin/document-kinds", "menu.document-kinds"),
                    line("/admin/document-templates", "menu.document-templates"),
                    line(Webapps.COCKPIT, "menu.cockpit", ADMINISTRATOR),
                    line(Webapps.ADMIN, "menu.admin", ADMINISTRATOR)),
            part(null, line("/profile", "menu.profile"), line("/help", "menu.help")));

    private Menu() {}

    /** The line that stands for a path: the longest one that it begins with; empty text where none does. */
    static String active(String path) {
        if (path.matches(
                        "/programmes/\\d+/(pairs|order-amendment|meetings|searches|matching|known-pairs|preferences)(/.*)?")
                || path.startsWith("/matching-runs/")) {
            return "/pairs";
        }
        if (path.matches(
                "/programmes/\\d+/(participants|consents|partners|admissions|psychologist-journal|assessments|duplicates)(/.*)?")) {
            return "/participants";
        }
        if (path.startsWith("/consents/") || path.startsWith("/consent-withdrawals/")) {
            return "/participants";
        }
        if (path.startsWith("/tasks/")) {
            return Webapps.TASKLIST;
        }
        if (path.startsWith("/programmes/")) {
            return "/roadmap"; // the roadmap of one programme
        }
        return PARTS.stream()
                .flatMap(part -> part.lines().stream())
                .map(Line::path)
                .filter(line -> path.equals(line) || (!line.equals("/") && path.startsWith(line + "/")))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The line that stands for a path where the account has not the one that usually does: forms are reached from a row. */
    static String otherwise(String line) {
        return line.equals("/questionnaires") ? "/roadmap" : line;
    }

    /** The lines that lead to pages of one programme, by what follows its address. */
    static final Map<String, String> OF_PROGRAMME = Map.of(
            "", "menu.roadmap",
            "/participants", "menu.participants",
            "/pairs", "menu.pairs");

    /** Whether a line leads to a page of the programme in front. */
    static boolean isOfProgramme(Line line) {
        return OF_PROGRAMME.containsValue(line.code());
    }

    private static Part part(String code, Line... lines) {
        return new Part(code, List.of(lines));
    }

    private static Line line(String path, String code, Role... roles) {
        return new Line(
                path, code, Set.copyOf(Arrays.stream(roles).map(Role::id).toList()));
    }
}
