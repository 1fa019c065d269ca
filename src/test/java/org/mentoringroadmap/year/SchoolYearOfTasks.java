package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.FormFiller;
import org.mentoringroadmap.support.PageTasks;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;

/**
 * A healthy school year over HTTP: the people of the roles do each task in the last week of its term, what a form asks
 * for is read from the form, what a page asks for is sent by its page, and the days go by in between.
 */
final class SchoolYearOfTasks {
    private static final DateTimeFormatter ENGINE_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final int TASKS_AT_MOST = 600;
    private static final int DAYS_BEFORE_DUE = 7;

    private final Callers callers;
    private final TestSchool school;
    private final RunningProgramme programme;
    private final PageTasks pages;
    private final ZoneId zone;
    private final int curatorAtMost;
    private final Map<String, String> items = new HashMap<>();
    private final Map<Role, Caller> browsers = new EnumMap<>(Role.class);
    private LocalDateTime now;
    private int done;
    private long mostOfCurator;

    /** @param curatorAtMost open tasks that a curator can still look over */
    SchoolYearOfTasks(
            Callers callers, TestSchool school, RunningProgramme programme, LocalDateTime now, int curatorAtMost) {
        this.callers = callers;
        this.school = school;
        this.programme = programme;
        this.pages = new PageTasks(programme.id());
        this.zone = ZoneId.systemDefault();
        this.now = now;
        this.curatorAtMost = curatorAtMost;
    }

    /** Does task after task until nothing of the programme runs any more. */
    void live() {
        while (done < TASKS_AT_MOST) {
            List<JsonNode> open = programme.tasks();
            if (open.isEmpty()) {
                assertThat(running()).as("instances that wait for nobody").isZero();
                return;
            }
            lookAtTheCurator();
            JsonNode task = open.stream()
                    .min(Comparator.comparing(this::moment)
                            .thenComparing(this::item, RoadmapItems.order())
                            .thenComparing(one -> one.path("id").asText()))
                    .orElseThrow();
            LocalDateTime wanted = moment(task);
            LocalDateTime nextWeek = now.plusWeeks(1);
            if (wanted.isAfter(nextWeek)) {
                moveTo(nextWeek); // what begins meanwhile may be due before
            } else {
                moveTo(wanted);
                work(task);
                done++;
            }
        }
        throw new AssertionError("The year does not end; open: "
                + programme.tasks().stream()
                        .map(one -> one.path("name").asText())
                        .toList());
    }

    /** How many tasks were done. */
    int done() {
        return done;
    }

    /** The most tasks that the curator had at once. */
    long mostOfCurator() {
        return mostOfCurator;
    }

    LocalDateTime now() {
        return now;
    }

    private void work(JsonNode task) {
        String id = task.path("id").asText();
        String name = task.path("name").asText();
        assertThat(now).as("%s is done in its term", name).isBeforeOrEqualTo(date(task, "due"));
        Role role = role(task);
        Caller caller = callers.basic(school, role);
        Caller.Answer form = caller.get("/engine-rest/task/" + id + "/deployed-form");
        if (form.status() == 200) {
            Caller.Answer answer = programme.complete(
                    role, id, FormFiller.fill(form.json(), now.toLocalDate()).toString());
            assertThat(answer.status())
                    .as("%s by %s: %s", name, role, answer.text())
                    .isEqualTo(204);
        } else {
            String page = caller.get("/engine-rest/task/" + id + "/form")
                    .json()
                    .path("key")
                    .asText();
            pages.work(browser(role), page, id, programme.item(id), now.toLocalDate());
            programme.settle();
            assertThat(programme.isOpen(id))
                    .as("%s on %s is still open", name, page)
                    .isFalse();
        }
    }

    /** Who does it: its person where it has one, otherwise the first role that may. */
    private Role role(JsonNode task) {
        return task.path("assignee").asText().equals(school.login(Role.MENTOR))
                ? Role.MENTOR
                : programme.roles(task.path("id").asText()).get(0);
    }

    private Caller browser(Role role) {
        return browsers.computeIfAbsent(role, one -> callers.browser(school, one));
    }

    /** Number of the row that a task belongs to: of what is due at once, people do what stands first on paper. */
    private String item(JsonNode task) {
        return items.computeIfAbsent(task.path("id").asText(), programme::item);
    }

    /** What begins later is no burden yet. */
    private void lookAtTheCurator() {
        long count = callers.administrator()
                .get("/engine-rest/task/count?candidateGroup=curator&includeAssignedTasks=true"
                        + "&followUpBeforeOrNotExistent="
                        + URLEncoder.encode(ENGINE_DATE.format(now.atZone(zone)), StandardCharsets.UTF_8)
                        + "&processInstanceBusinessKey=" + programme.id())
                .json()
                .path("count")
                .asLong(-1);
        assertThat(count).as("open tasks of the curator on %s", now).isBetween(0L, (long) curatorAtMost);
        mostOfCurator = Math.max(mostOfCurator, count);
    }

    /** The last week of the term, never before it begins and never back in time. */
    private LocalDateTime moment(JsonNode task) {
        LocalDateTime start = date(task, "followUp").plusHours(2);
        LocalDateTime lastWeek = date(task, "due").minusDays(DAYS_BEFORE_DUE);
        LocalDateTime wanted = start.isAfter(lastWeek) ? start : lastWeek;
        return wanted.isAfter(now) ? wanted : now;
    }

    private LocalDateTime date(JsonNode task, String field) {
        return OffsetDateTime.parse(task.path(field).asText(), ENGINE_DATE)
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }

    private void moveTo(LocalDateTime moment) {
        if (moment.isAfter(now)) {
            now = moment;
            TestClock.moveTo(now);
            programme.settle();
        }
    }

    private int running() {
        return callers.administrator()
                .get("/engine-rest/process-instance/count?businessKey=" + programme.id())
                .json()
                .path("count")
                .asInt(-1);
    }
}
