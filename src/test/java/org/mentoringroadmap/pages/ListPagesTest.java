package org.mentoringroadmap.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What a page asks the database does not grow with the things of the school: counted with 10 of each kind and with 1 000.
 * The pages stand in {@code pages/pages.csv}.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPagesTest {
    private static final Logger LOG = LoggerFactory.getLogger(ListPagesTest.class);
    private static final int FEW = 10;
    private static final int MANY = 1000;

    /** A list that is longer than its page is counted too; a few lists may stand on a page. */
    private static final int COUNTS = 6;

    /** Work for one page with 4 000 people; a plan that compares everybody with everybody takes several times as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Collections of a portion are read in two batches. */
    private static final int COLLECTIONS = 2;

    /**
     * A page and who reads it.
     *
     * @param role null for a page that is not counted
     * @param query what follows the path; for a page that is not counted, why
     */
    record Page(String route, Role role, String query) {
        static Page parse(String line) {
            String[] parts = line.split(";", 3);
            return new Page(
                    parts[0].strip(), Role.of(parts[1].strip()).orElse(null), parts.length < 3 ? "" : parts[2].strip());
        }

        @Override
        public String toString() {
            return route + (query.isEmpty() ? "" : "?" + query) + " by " + role;
        }
    }

    /** What reading a page costs. */
    record Cost(Statements statements, Duration cpu) {}

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    private TestSchool school;
    private Long programme;
    private ManyThings things;

    /** What stands for the placeholders of a query. */
    private final Map<String, String> places = new HashMap<>();

    private final Map<Role, MockHttpSession> sessions = new HashMap<>();
    private final Map<Page, Cost> few = new HashMap<>();

    /** What the pages say, and what they say when some people have a second entry that was made one with the first. */
    private final Map<Page, String> once = new HashMap<>();

    private final Map<Page, String> twice = new HashMap<>();

    @BeforeAll
    void readEveryPageWithFewThings() throws Exception {
        school = schools.create();
        programme = Long.valueOf(school.start("target-model", "2026-2027"));
        String task = school.tasks(programme.toString()).stream()
                .filter(open -> ManyThings.ITEM.equals(school.item(open)))
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
        things = new ManyThings(jdbc, school, programme, task);
        things.to(FEW);
        startTasks();
        school.tasks(programme.toString()).forEach(open -> places.put(open.getTaskDefinitionKey(), open.getId()));
        places.put("task", task);
        places.put("classId", ManyThings.id(2));
        for (Page page : counted()) {
            try {
                read(page); // what is read once in the life of the application does not count
                few.put(page, cost(page));
            } catch (ServletException | AssertionError e) {
                LOG.error("{} fails; its own test will say so", page, e);
            }
        }
        for (Page page : counted()) {
            once.put(page, words(page));
        }
        things.enterTwice();
        for (Page page : counted()) {
            twice.put(page, words(page));
        }
        things.forgetWhoWasEnteredTwice();
        things.to(MANY);
        read(new Page("/programmes/{id}/duplicates", Role.CURATOR, "")); // whoever was entered is compared once
        things.forgetStatistics();
    }

    /** The tasks whose pages show lists; the programme itself has not come so far. */
    private void startTasks() {
        start(
                "register-formation",
                "Task_FormRegister",
                Map.of("participantRole", "mentee", "participantCategory", "pupil"));
        start("consent-collection", "Task_CollectConsents", Map.of("consentKind", "adult"));
        start("consent-renewal", "Task_RenewConsents", Map.of());
        start("pair-formation", "Task_CompareQuestionnaires", Map.of("pairStep", "compare"));
        start("pair-formation", "Task_DecidePairs", Map.of("pairStep", "decide"));
        start("pair-formation", "Task_CollectDuties", Map.of("pairStep", "decide"));
        start("meetings-watch", "Task_WatchMeetings", Map.of("meetingKind", "planning"));
    }

    private void start(String block, String element, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        List.of("firstYear", "secondYear", "title", "guide").forEach(name -> input.put(name, "2026"));
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", "000-6.1.1");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", "curator");
        input.put("collectors", "curator");
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.createProcessInstanceByKey(block)
                        .businessKey(programme.toString())
                        .setVariables(input)
                        .startBeforeActivity(element)
                        .execute());
    }

    @AfterAll
    void leaveTheEngineToOthers() {
        things.removeFromEngine();
    }

    /** Neither of the machine nor of who has looked at what: both are another at every look. */
    static List<Page> aboutPeople() throws IOException {
        return counted().stream()
                .filter(page -> !Set.of("/admin/state", "/audit", "/api/audit").contains(page.route()))
                .toList();
    }

    static List<Page> counted() throws IOException {
        return listed().stream().filter(page -> page.role() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("counted")
    void costsTheSameWhateverTheSchoolHas(Page page) throws Exception {
        Cost with1000 = cost(page);
        Cost with10 = few.get(page);
        assertThat(with10).as("%s with a few things", page).isNotNull();

        LOG.info(
                "{}: {} -> {} statements, {} -> {} rows, {} -> {} ms",
                page,
                with10.statements().total(),
                with1000.statements().total(),
                with10.statements().rows(),
                with1000.statements().rows(),
                with10.cpu().toMillis(),
                with1000.cpu().toMillis());
        Map<String, Long> more = new TreeMap<>(with1000.statements().executions());
        with10.statements()
                .executions()
                .forEach((text, times) -> more.computeIfPresent(text, (same, now) -> now > times ? now - times : null));
        assertThat(with1000.statements().total())
                .as("%s asks so much more: %s", page, more)
                .isLessThanOrEqualTo(with10.statements().total() + COUNTS);
        assertThat(with1000.cpu())
                .as(
                        "though nothing was ever analysed: %s",
                        with1000.statements().slowest())
                .isLessThan(PATIENCE);
    }

    /** A second entry that was made one with the first is nobody: no list has a line for it, no figure counts it. */
    @ParameterizedTest
    @MethodSource("aboutPeople")
    void countsNobodyTwice(Page page) {
        assertThat(once.get(page)).as("%s", page).isNotNull();
        assertThat(twice.get(page)).as("%s", page).isEqualTo(once.get(page));
    }

    /** What the page says of the place: no line of the menu, and why. */
    private static final Map<String, String> IN_NO_MENU =
            Map.of("/search", "it searches the whole site", "/notifications", "the bell above is its line");

    private static final Pattern MENU = Pattern.compile("(?s)<nav class=\"app-side\".*?</nav>");
    private static final Pattern MAIN = Pattern.compile("(?s)<main\\b.*</main>");

    /** Whoever has come by a link sees where it is, and how to go back. */
    @ParameterizedTest
    @MethodSource("counted")
    void saysWhereItIsAndLeadsBack(Page page) throws Exception {
        MockHttpServletResponse response = read(page);
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        Matcher menu = MENU.matcher(html);
        if (response.getStatus() != 200 || !html.contains("<html")) {
            return; // leads on, or is a file, a part of a page or an answer to a program
        }
        assertThat(menu.find()).as("%s has a menu", page).isTrue();
        int marked = menu.group().split("aria-current=\"page\"", -1).length - 1;
        assertThat(marked)
                .as("lines of the menu that %s marks", page)
                .isEqualTo(IN_NO_MENU.containsKey(page.route()) ? 0 : 1);
        Matcher main = MAIN.matcher(html);
        assertThat(main.find()).isTrue();
        assertThat(menu.group().contains("href=\"" + path(page.route()) + "\"")
                        || IN_NO_MENU.containsKey(page.route())
                        || page.route().equals("/programmes/{id}") // the roadmap, to which its line leads on
                        || main.group().contains("←")
                        || main.group().contains("class=\"nav nav-tabs"))
                .as("%s is in the menu, has tabs or a way back", page)
                .isTrue();
    }

    /** It is longer than a page and asks anew for each 200 people, but never counts them or reads over the first ones. */
    @Test
    void aRegisterIsLookedForOnceAndReadOnByKey() throws Exception {
        long portions = 2L * MANY / 200;
        Page export = new Page("/programmes/{id}/participants/export", Role.CURATOR, "role=MENTEE");

        Statements statements = cost(export).statements();

        assertThat(statements.executions().values()).allMatch(times -> times <= portions * COLLECTIONS);
        assertThat(statements.executions().keySet())
                .noneMatch(text -> text.contains(" participant ") && text.matches("(?s).*(select count\\(|offset ).*"));
    }

    @Test
    void everyPageIsListed() throws IOException {
        Set<String> routes = lines("security/routes.csv").stream()
                .filter(line -> line.startsWith("GET;"))
                .map(line -> line.split(";")[1].strip().replaceFirst(" \\[.*]$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed().stream().map(Page::route).collect(Collectors.toSet()))
                .as("pages.csv says of each page whether it is counted, and why not")
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(listed())
                .allMatch(page -> page.role() != null || !page.query().isEmpty());
    }

    private static List<Page> listed() throws IOException {
        return lines("pages/pages.csv").stream().map(Page::parse).toList();
    }

    private static List<String> lines(String resource) throws IOException {
        return new ClassPathResource(resource)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private Cost cost(Page page) throws Exception {
        Duration[] cpu = {Duration.ZERO};
        Statements statements = Statements.of(jdbc, () -> {
            Duration begin = spent();
            read(page);
            cpu[0] = spent().minus(begin);
        });
        return new Cost(statements, cpu[0]);
    }

    private static Duration spent() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** What a person reads on a page; who has opened a card before is left out. */
    private String words(Page page) throws Exception {
        return read(page)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s)<section class=\"card\" id=\"views\".*?</section>", " ")
                .replaceAll("(?s)<(script|style|head)\\b.*?</\\1>|<[^>]*>", " ")
                .replaceAll("\\d\\d\\.\\d\\d\\.\\d{4},? \\d\\d:\\d\\d", " ")
                .replaceAll("\\s+", " ");
    }

    private MockHttpServletResponse read(Page page) throws Exception {
        String query = page.query();
        for (Map.Entry<String, String> place : places.entrySet()) {
            query = query.replace("{" + place.getKey() + "}", place.getValue());
        }
        var request = get(path(page.route())).session(session(page.role()));
        Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .forEach(part -> request.queryParam(part[0], part[1]));
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).as(page.toString()).isIn(200, 302, 303);
        return response;
    }

    private String path(String route) {
        String first = ManyThings.id(1);
        if (route.startsWith("/tasks/{id}")) {
            return route.replace("{id}", places.get("task"));
        }
        String path = route.startsWith("/documents/") || route.startsWith("/api/matching-runs/")
                ? route.replace("{id}", route.startsWith("/documents/") ? first : String.valueOf(ManyThings.RUN))
                : route.replace("{id}", programme.toString());
        return path.replace("{item}", ManyThings.ITEM)
                .replace("{school}", school.id())
                .replace("{template}", "general-order")
                .replace("{key}", "activity")
                .replace("{runId}", String.valueOf(ManyThings.RUN))
                .replace("{menteeId}", ManyThings.waitingMentee())
                .replace("{participantId}", ManyThings.waitingMentee())
                .replaceAll("\\{(pairId|searchId|partnerId)}", first);
    }

    private MockHttpSession session(Role role) throws Exception {
        if (!sessions.containsKey(role)) {
            String login = role == Role.ADMINISTRATOR ? "administrator" : school.login(role);
            String password = role == Role.ADMINISTRATOR ? "administrator-of-tests" : TestSchool.PASSWORD;
            sessions.put(
                    role, (MockHttpSession) mvc.perform(formLogin().user(login).password(password))
                            .andReturn()
                            .getRequest()
                            .getSession());
        }
        return sessions.get(role);
    }
}
