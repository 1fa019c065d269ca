package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.mentoringroadmap.platform.engine.Incidents;
import org.mentoringroadmap.platform.operation.DiskSpace;
import org.mentoringroadmap.platform.security.SignedInUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.OpenPages;
import org.mentoringroadmap.shared.Webapps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What the layout shows around every page. The layout asks for it by bean name, so that a page needs to do nothing and
 * an error page, which has no controller of ours before it, has its menu too.
 */
@Component("shell")
class LayoutModel {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutModel.class);
    private static final Pattern OF_PROGRAMME = Pattern.compile("/programmes/(\\d+)(/.*)?");
    private static final int MAX_OTHERS = 5;

    /**
     * The frame of a page.
     *
     * @param signedIn whether somebody has signed in; nothing else is filled otherwise
     * @param person who
     * @param roles titles of the roles
     * @param place school and year of the page, where there is exactly one school
     * @param beside the programme of the page where it is not the one that the menu means; null otherwise
     * @param years other programmes of the school that run
     * @param news how many notifications the account has not looked at
     * @param atNews whether the page shows them
     * @param spaceLow whether an administrator has to make room on the disk
     */
    record View(
            boolean signedIn,
            String person,
            String roles,
            String place,
            Beside beside,
            List<Year> years,
            List<Section> menu,
            long news,
            boolean atNews,
            boolean spaceLow) {}

    /**
     * The pages of a programme that is not in front.
     *
     * @param title which it is
     */
    record Beside(String title, List<Entry> entries) {}

    /** The way to a programme that runs beside the one in front. */
    record Year(String path, String title) {}

    /**
     * A part of the menu as the role sees it.
     *
     * @param title what stands above it; empty for nothing
     */
    record Section(String title, List<Entry> entries) {}

    /**
     * A line of the menu.
     *
     * @param badge how much waits there for the account; 0 for nothing
     * @param failures whether what waits there are failures
     */
    record Entry(String path, String code, boolean active, long badge, boolean failures) {}

    private static final String SEVERAL = LayoutModel.class.getName() + ".several";

    private final HttpServletRequest request;
    private final Schools schools;
    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Incidents incidents;
    private final Notifications notifications;
    private final DiskSpace disk;
    private final OpenPages pages;
    private final OwnRoles ownRoles;
    private final RoleTitles titles;
    private final MessageSource messages;

    LayoutModel(
            HttpServletRequest request,
            Schools schools,
            Programmes programmes,
            ProgrammeProcess process,
            Incidents incidents,
            Notifications notifications,
            DiskSpace disk,
            OpenPages pages,
            OwnRoles ownRoles,
            RoleTitles titles,
            MessageSource messages) {
        this.request = request;
        this.schools = schools;
        this.programmes = programmes;
        this.process = process;
        this.incidents = incidents;
        this.notifications = notifications;
        this.disk = disk;
        this.pages = pages;
        this.ownRoles = ownRoles;
        this.titles = titles;
        this.messages = messages;
    }

    /**
     * The frame for the current request.
     *
     * @param of what the page calls its programme; anything else is a page of none, or one whose address names it
     */
    public View view(Object of) {
        return user().map(user -> view(user, of instanceof Programme programme ? programme.id() : null))
                .orElseGet(() -> new View(false, "", "", "", null, List.of(), List.of(), 0, false, false));
    }

    /** Path of everybody's list of tasks. */
    public String tasklist() {
        return Webapps.TASKLIST;
    }

    /** Path of the running processes, for administrators. */
    public String cockpit() {
        return Webapps.COCKPIT;
    }

    /**
     * Which roadmap something belongs to, where its school goes by several in that year; empty where there is no doubt. Lists
     * of a school ask for each of their rows, and the programmes are read once for a page.
     */
    public String roadmapOf(Long programmeId) {
        Object known = request.getAttribute(SEVERAL);
        Map<?, ?> titles = known instanceof Map<?, ?> read ? read : severalRoadmaps();
        request.setAttribute(SEVERAL, titles);
        return titles.get(programmeId) instanceof String title ? title : "";
    }

    private Map<Long, String> severalRoadmaps() {
        Map<List<Object>, List<Programme>> together = programmes.visible().stream()
                .collect(Collectors.groupingBy(programme -> List.of(programme.schoolId(), programme.schoolYear())));
        together.values().removeIf(same -> same.size() == 1);
        Map<String, String> roadmaps = together.isEmpty() ? Map.of() : process.roadmaps();
        return together.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        Programme::id, programme -> roadmaps.getOrDefault(programme.roadmap(), programme.roadmap())));
    }

    private View view(SignedInUser user, Long of) {
        String path = ErrorAnswers.path(request);
        String usual = Menu.active(path);
        String active = pages.open(usual) ? usual : Menu.otherwise(usual);
        boolean administrator = user.roles().contains(Role.ADMINISTRATOR.id());
        Set<String> rights = rights(user.roles());
        long failures = administrator ? incidentCount() : 0;
        Place place = place(user, path, active, of);
        List<Section> menu = Menu.PARTS.stream()
                .map(part -> new Section(
                        part.code() == null ? "" : text(part.code()),
                        part.lines().stream()
                                .filter(line -> line.seenBy(rights) && pages.open(line.path()))
                                .filter(line -> place.together().isEmpty() || !Menu.isOfProgramme(line))
                                .map(line -> new Entry(
                                        line.path(),
                                        line.code(),
                                        line.path().equals(active),
                                        line.path().equals(Menu.INCIDENTS) ? failures : waiting(line.path()),
                                        line.path().equals(Menu.INCIDENTS)))
                                .toList()))
                .filter(section -> !section.entries().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        menu.addAll(Math.min(1, menu.size()), place.together());
        return new View(
                true,
                user.displayName(),
                titles(user.roles()),
                place.text(),
                place.beside(),
                place.others(),
                menu,
                news(),
                path.equals("/notifications"),
                administrator && disk.isLow());
    }

    /** The frame must not fail where the page itself tells of a failure, for example of the database. */
    private Set<String> rights(List<String> held) {
        try {
            return ownRoles.rights(held).stream().map(Role::id).collect(Collectors.toSet());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The frame of the page is shown without what own roles open", e);
            return Set.copyOf(held);
        }
    }

    private String titles(List<String> held) {
        try {
            return held.stream()
                    .filter(ownRoles::exists)
                    .sorted(Comparator.comparing(
                            id -> Role.of(id).map(Role::ordinal).orElse(Integer.MAX_VALUE)))
                    .map(titles::of)
                    .collect(Collectors.joining(", "));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The frame of the page is shown without the roles", e);
            return "";
        }
    }

    /**
     * What of the frame depends on the programme to which the page belongs.
     *
     * @param together parts of the menu, one for each of the roadmaps that the school goes by in one year; empty where it is
     *     one
     */
    private record Place(String text, Beside beside, List<Year> others, List<Section> together) {
        static final Place NOWHERE = new Place("", null, List.of(), List.of());
    }

    /** The frame must not fail where the page itself tells of a failure, for example of the database. */
    private Place place(SignedInUser user, String path, String active, Long of) {
        try {
            List<String> seen = user.roles().contains(Role.ADMINISTRATOR.id()) ? schools.ids() : user.schools();
            String school =
                    seen.size() == 1 ? schools.get(seen.get(0)).requisites().shortName() : "";
            List<Programme> visible = programmes.inFront();
            Optional<Programme> shown = shown(path, of, visible);
            List<Programme> running = visible.stream()
                    .filter(programme -> programme.state() == Programme.State.RUNNING)
                    .toList();
            Optional<Programme> here = shown.or(() -> running.stream().findFirst());
            List<Programme> others = running.stream()
                    .filter(programme -> !here.filter(programme::equals).isPresent())
                    .filter(programme -> seen.size() == 1)
                    .limit(MAX_OTHERS)
                    .toList();
            boolean several = Stream.concat(here.stream(), others.stream())
                            .map(Programme::roadmap)
                            .distinct()
                            .count()
                    > 1;
            Map<String, String> roadmaps = several ? process.roadmaps() : Map.of();
            List<Programme> together = seen.size() == 1 ? together(running) : List.of();
            return new Place(
                    school.isEmpty()
                            ? ""
                            : here.map(programme -> text(
                                            "place", school, title(programme, shown.isPresent() ? roadmaps : Map.of())))
                                    .orElse(school),
                    shown.filter(programme -> programme != visible.get(0) && !together.contains(programme))
                            .map(programme -> beside(programme, roadmaps))
                            .orElse(null),
                    others.stream()
                            .filter(other -> together.isEmpty() || !together.contains(other))
                            .map(other -> new Year("/programmes/" + other.id(), title(other, roadmaps)))
                            .toList(),
                    together.stream()
                            .map(programme -> new Section(
                                    roadmaps.getOrDefault(programme.roadmap(), programme.roadmap()),
                                    ways(
                                            programme,
                                            shown.filter(programme::equals).isPresent() ? active : "")))
                            .filter(section -> !section.entries().isEmpty())
                            .toList());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The frame of the page is shown without the school", e);
            return Place.NOWHERE;
        }
    }

    /**
     * What tells a programme from the others that run.
     *
     * @param roadmaps titles of the roadmaps; empty where all go by one, and the year says which is meant
     */
    private String title(Programme programme, Map<String, String> roadmaps) {
        String year = programme.schoolYear().text();
        return roadmaps.isEmpty()
                ? text("place.year", year)
                : text("place.roadmap", year, roadmaps.getOrDefault(programme.roadmap(), programme.roadmap()));
    }

    /** The programmes of the year in front, where the school goes by several roadmaps in it. */
    private static List<Programme> together(List<Programme> running) {
        List<Programme> same = running.stream()
                .filter(programme ->
                        programme.schoolYear().equals(running.get(0).schoolYear()))
                .toList();
        return same.size() > 1 ? same : List.of();
    }

    private Beside beside(Programme programme, Map<String, String> roadmaps) {
        return new Beside(title(programme, roadmaps), ways(programme, ""));
    }

    /** The lines that lead to the pages of a programme; {@code active} is the line that stands for a page of it. */
    private List<Entry> ways(Programme programme, String active) {
        String address = "/programmes/" + programme.id();
        return Menu.OF_PROGRAMME.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(line -> pages.open(address + line.getKey()))
                .map(line -> new Entry(
                        address + line.getKey(),
                        line.getValue(),
                        active.equals(Menu.active(address + line.getKey())),
                        0,
                        false))
                .toList();
    }

    /** The programme that the address names, otherwise the one that the page is about. */
    private static Optional<Programme> shown(String path, Long of, List<Programme> visible) {
        Matcher matcher = OF_PROGRAMME.matcher(path);
        String id = matcher.matches() ? matcher.group(1) : String.valueOf(of);
        return visible.stream()
                .filter(programme -> programme.id().toString().equals(id))
                .findFirst();
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** The page that shows them makes them old before its frame is drawn. */
    private long news() {
        try {
            return notifications.countNew();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The frame of the page is shown without the number of notifications", e);
            return 0;
        }
    }

    private long waiting(String path) {
        try {
            return pages.waiting(path);
        } catch (RuntimeException e) {
            LOG.debug("The frame of the page is shown without what waits on {}", path, e);
            return 0;
        }
    }

    private long incidentCount() {
        try {
            return incidents.count();
        } catch (RuntimeException e) {
            LOG.debug("The frame of the page is shown without the number of incidents", e);
            return 0;
        }
    }

    private static Optional<SignedInUser> user() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInUser.class::isInstance)
                .map(SignedInUser.class::cast);
    }
}
