package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mentoringroadmap.school.Role.ADMINISTRATOR;
import static org.mentoringroadmap.school.Role.CLASS_TEACHER;
import static org.mentoringroadmap.school.Role.CURATOR;
import static org.mentoringroadmap.school.Role.DEPUTY;
import static org.mentoringroadmap.school.Role.DIRECTOR;
import static org.mentoringroadmap.school.Role.PSYCHOLOGIST;
import static org.mentoringroadmap.school.Role.SECRETARY;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.OwnKindInput;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page of ours for its roles, at a laptop and with a small phone, on the data of the demo. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeSiteBrowserIT {
    /** Answers that are files or parts of a page, and the page of errors, which {@link #aPageThatIsNotThere} opens. */
    private static final Set<String> NO_PAGES = Set.of(
            "/evidence/{id}",
            "/documents/{id}/versions/{no}",
            "/documents/{id}/versions/{no}/pdf",
            "/documents/{id}/acknowledgement-sheet",
            "/programmes/{id}/folder.zip",
            "/programmes/{id}/participants/export",
            "/programmes/{id}/participants/import/progress",
            "/participants/{participantId}/data.zip",
            "/programmes/{id}/consents/print",
            "/participants/{participantId}/consents/print",
            "/consents/{consentId}/scan",
            "/consents/{consentId}/withdrawal-form",
            "/consent-withdrawals/{consentId}/destruction-act",
            "/programmes/{id}/pairs/candidates",
            "/programme-cards/export",
            "/programme-cards/{cardId}/export",
            "/programmes/{id}/partners/export",
            "/programmes/{id}/roadmap.xlsx",
            "/programmes/{id}/pairs.xlsx",
            "/documents.xlsx",
            "/programmes/{id}/campaigns/{campaign}/export",
            "/matching-runs/{runId}/matrix",
            "/audit/export",
            "/admin/document-templates/{school}/{template}/file",
            "/admin/document-templates/{school}/{template}/preview",
            "/admin/document-templates/{school}/{template}/versions/{no}",
            "/error");

    /** Roles that only read so far: all see the same. */
    private static final Set<Role> OTHERS = Set.of(
            PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.TEACHER, Role.MENTOR, Role.SITE_EDITOR, Role.MODEL_ADMINISTRATOR);

    /** So many of a role's documents and of its guides are seen in a build. */
    private static final int SOME = 5;

    private static final Set<Role> KEEPERS_OF_PAPERS = Set.of(CURATOR, DEPUTY, DIRECTOR, SECRETARY);

    private static final Set<Role> READERS_OF_PEOPLE =
            Set.of(CURATOR, DEPUTY, DIRECTOR, PSYCHOLOGIST, Role.SOCIAL_WORKER, CLASS_TEACHER);

    private final Set<String> visited = new LinkedHashSet<>();
    private final Set<String> seenWithPhone = new LinkedHashSet<>();

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    TestSchools schools;

    @Autowired
    ProgrammeProcess process;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MentorshipManagement book;

    @Autowired
    MentorSearches searches;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Autowired
    Reminders reminders;

    @Autowired
    ProgrammeBank bank;

    @Autowired
    Partners partners;

    @Autowired
    DocumentKinds kinds;

    @Autowired
    OwnKinds ownKinds;

    @Autowired
    MatchingRuns runs;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Answers answers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void theSignIn(Browser browser) {
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor visitor = visitor(browser, phone, "guest")) {
                see(visitor, "/login");
                // Nobody's login: a wrong password closes a real one for some seconds, and the next test needs it.
                visitor.page().getByLabel("Логин").fill("nobody");
                visitor.page().getByLabel("Пароль").fill("wrong");
                visitor.page().locator("button:has-text('Войти')").last().click();
                visitor.page().locator(".alert-danger").waitFor();
                visitor.lookAtOurs("login-refused");
            }
        }
    }

    /** At the laptop each role sees all its pages; what one has seen with a phone is not looked at again by the next. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPageOfARole(Role role, Browser browser) {
        everyPage(role, browser, SOME);
    }

    /** Also each document and each guide, of which a build sees some. */
    @ParameterizedTest
    @EnumSource(Role.class)
    @Tag("long")
    void everyDocumentAndGuideOfARole(Role role, Browser browser) {
        try (Visitor guest = visitor(browser, false, "guest")) {
            assertThat(see(guest, "/login")).isEmpty();
        }
        everyPage(role, browser, Integer.MAX_VALUE);
    }

    /** @param alike how many of the documents and of the guides that the role is offered */
    private void everyPage(Role role, Browser browser, int alike) {
        Set<String> pages;
        try (Visitor laptop = visitor(browser, false, role.id()).signIn(role.id(), role.id())) {
            pages = pages(laptop, role, alike);
            assertThat(faults(laptop, pages)).as("%s, laptop", role).isEmpty();
        }
        pages.removeAll(seenWithPhone);
        try (Visitor phone = visitor(browser, true, role.id()).signIn(role.id(), role.id())) {
            assertThat(faults(phone, pages)).as("%s, phone", role).isEmpty();
        }
        seenWithPhone.addAll(pages);
    }

    private Map<String, List<String>> faults(Visitor visitor, Set<String> pages) {
        Map<String, List<String>> faults = new TreeMap<>();
        for (String path : pages) {
            List<String> found = see(visitor, path);
            if (!found.isEmpty()) {
                faults.put(path, found);
            }
        }
        return faults;
    }

    @Test
    void theMenuOfAPhone(Browser browser) {
        try (Visitor curator = visitor(browser, true, "menu").signIn("curator", "curator")) {
            curator.page().locator("[data-toggle-menu]").click();
            curator.page().locator("#menu a:has-text('Документы')").waitFor();
            curator.lookAtOurs("menu-open");
        }
    }

    @Test
    void aPageThatIsNotThere(Browser browser) {
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor teacher = visitor(browser, phone, "errors").signIn("teacher", "teacher")) {
                for (Map.Entry<String, Integer> refused : Map.of(
                                "/documents/999999", 404, "/admin/incidents", 403, "/nowhere", 404)
                        .entrySet()) {
                    assertThat(teacher.open(refused.getKey())).isEqualTo(refused.getValue());
                    teacher.takeComplaints(); // the browser names every 4xx
                    teacher.lookAtOurs("refused-" + refused.getValue());
                    assertThat(teacher.page().locator("main a[href]").count())
                            .as("A way out of %s", refused.getKey())
                            .isPositive();
                }
            }
        }
    }

    /** A page that is added later and that none of the tests has seen fails; they are run together. */
    @AfterAll
    void noPageWasForgotten() {
        List<String> unseen = new ArrayList<>();
        routes.getHandlerMethods().forEach((route, handler) -> {
            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
            boolean page = handler.getBeanType().isAnnotationPresent(Controller.class)
                    && handler.getBeanType().getPackageName().startsWith("org.mentoringroadmap")
                    && (methods.isEmpty() || methods.contains(RequestMethod.GET));
            if (page) {
                route.getPatternValues().stream()
                        .filter(pattern -> !NO_PAGES.contains(pattern))
                        .filter(pattern -> visited.stream().noneMatch(path -> matches(pattern, path)))
                        .forEach(unseen::add);
            }
        });
        assertThat(unseen).isEmpty();
    }

    private static boolean matches(String pattern, String path) {
        PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
        return parsed.matches(PathContainer.parsePath(path.replaceAll("[?#].*", "")));
    }

    /** The menu, and what no menu leads to. */
    private Set<String> pages(Visitor visitor, Role role, int alike) {
        Set<String> pages = new LinkedHashSet<>(hrefs(visitor, "#menu a"));
        pages.removeIf(path -> path.startsWith("/camunda/"));
        assertThat(pages).as("Menu of %s", role).contains("/", "/documents", "/help");
        assertThat(pages.contains("/inbox")).isEqualTo(role == DIRECTOR);
        assertThat(pages.contains("/classes")).isEqualTo(role == CLASS_TEACHER || role == DEPUTY || role == CURATOR);

        pages.add("/notifications");
        if (role == DIRECTOR) {
            visitor.open("/");
            pages.addAll(some(hrefs(visitor, "main a[href$='/waiting']"), 1));
        }
        visitor.open("/roadmap");
        String programme = visitor.page().url().replaceAll(".*(/programmes/\\d+).*", "$1");
        pages.add(programme);
        pages.addAll(people(visitor, programme, role));
        if (OTHERS.contains(role)) {
            pages.add(programme + "/activities/000-1.3.1");
            return pages;
        }
        pages.add(programme + "?state=OVERDUE");
        pages.add(programme + "/drawing");
        pages.add(programme + "/year");
        pages.add(programme + "/drawing?part=target-model-6-work");
        pages.add(programme + "?q=неттакого");
        if (KEEPERS_OF_PAPERS.contains(role)) {
            pages.add(programme + "/folder");
            pages.add(programme + "/folder?gaps=true");
        }
        pages.add(programme + "/activities/000-2.1.1/blanks");
        for (String item : List.of("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.4", "1.4.2b", "2.1.1", "5.1.4")) {
            pages.add(programme + "/activities/000-" + item);
        }
        visitor.open("/documents");
        pages.addAll(some(hrefs(visitor, "tbody td:first-child a"), alike));
        pages.add("/documents?q=неттакого");
        visitor.open("/help");
        pages.addAll(some(hrefs(visitor, "main a[href^='/help/']"), alike));
        if (role == CURATOR || role == SECRETARY) {
            pages.add("/documents/journals");
        }
        if (role == ADMINISTRATOR) {
            visitor.open("/school");
            pages.addAll(hrefs(visitor, "main a[href^='/school?']"));
            pages.add("/school/new");
            pages.add(programme + "/models");
            pages.add("/admin/models/activity");
            pages.addAll(
                    List.of("/questionnaires", "/questionnaires/mentee-pupil", "/questionnaires/new?like=interview"));
            pages.addAll(List.of("/questionnaires/blanks", "/questionnaires/assessment-entry/blank"));
            pages.add("/admin/models/drawing?key=document-approval");
            visitor.open("/admin/document-templates");
            pages.addAll(some(hrefs(visitor, "main a[href^='/admin/document-templates/']"), alike));
            pages.add(ownKind());
        }
        if (role == CURATOR) {
            pages.addAll(List.of("/roadmap", "/participants", "/pairs")); // the menu names both roadmaps instead
            pages.add(programme + "/next");
            pages.add(programme + "/pairs?silent=true");
            pages.add(programme + "/order-amendment");
            pages.add(programme + "/assessments/import");
            pages.add("/tasks/several");
            pages.add("/search");
            pages.add("/search?q=Приказ");
            pages.add("/profile/password");
            pages.add("/profile/codes");
            pages.add("/school/staff/list");
            pages.add("/school/staff/accounts");
            pages.add(programme + "/partners/import");
            pages.add(task(role, "Task_RecordOutcome", "/tasks/activity"));
            startYearLongAgo();
            pages.add(task(role, "Task_ConfirmTerms", "/tasks/terms"));
        }
        if (role == CURATOR || role == DEPUTY) {
            pages.add(programme + "/participants/import?role=MENTEE");
            pages.add(programme + "/participants/import?role=MENTOR");
        }
        if (role == DEPUTY) {
            DemoRegisters.startClasses(engine, programme);
            pages.add(task(role, "Task_CollectClasses", "/tasks/classes"));
        }
        if (role == CURATOR || role == DIRECTOR) {
            pages.addAll(DemoPairs.make(engine, book, registers, consents, programme));
        }
        if (role == CURATOR) {
            pages.add(task(role, "Task_WatchMeetings", "/tasks/meetings"));
            pages.add(task(role, "Task_OpenCampaign", "/tasks/form"));
            DemoRegisters.startBlocks(engine, registers, programme);
            pages.add(task(role, "Task_FormRegister", "/tasks/register"));
            pages.add(task(role, "Task_CollectConsents", "/tasks/consents"));
            pages.addAll(DemoRegisters.cardsAndPartners(engine, bank, partners, programme));
            DemoBoard.startTasks(engine, programme);
            pages.addAll(DemoBoard.make(schools.existing("demo-school"), runs, programme));
            pages.add(task(role, "Task_CompareQuestionnaires", "/tasks/matching"));
            pages.add(task(role, "Task_DecidePairs", "/tasks/pairs"));
            pages.addAll(DemoFormation.make(engine, book, searches, registers, consents, programme));
            pages.add(task(role, "Task_ReviewProposal", "/tasks/proposal"));
            pages.add(task(role, "Task_CollectDuties", "/tasks/duties"));
            pages.addAll(DemoConsents.make(engine, registers, consents, reminders, programme));
            await().atMost(Visitor.PATIENCE)
                    .until(() -> tasks.createTaskQuery()
                                    .taskDefinitionKey("Task_RenewConsents")
                                    .count()
                            > 0);
            pages.add(task(role, "Task_RenewConsents", "/tasks/consent-renewal"));
            for (String page : List.of("", "?point=EXIT", "/scales", "/comparison")) {
                pages.add(programme + "/assessments" + page);
            }
            pages.addAll(DemoCampaign.make(schools.existing("demo-school"), campaigns, answers, programme));
        }
        return pages;
    }

    /** The registers of the demo, a card of each, and the pages that only some roles have. */
    private static Set<String> people(Visitor visitor, String programme, Role role) {
        Set<String> pages = new LinkedHashSet<>();
        if (!READERS_OF_PEOPLE.contains(role)) {
            return pages;
        }
        pages.add(programme + "/participants?q=неттакого");
        for (String register : List.of("MENTEE", "MENTOR")) {
            String list = programme + "/participants?role=" + register;
            pages.add(list);
            visitor.open(list);
            List<String> cards = List.copyOf(hrefs(visitor, "tbody td:first-child a"));
            if (cards.isEmpty()) {
                continue; // a class teacher has no mentors
            }
            pages.add(cards.get(0));
            if (role == CURATOR) {
                pages.add(cards.get(0) + "/edit");
                pages.add(programme + "/participants/new?role=" + register);
            }
            if (role == PSYCHOLOGIST) {
                pages.add(cards.get(0) + "/journal");
                pages.add(programme + "/psychologist-journal");
            }
        }
        if (role == CURATOR) {
            visitor.open(programme + "/duplicates");
            pages.add(programme + "/duplicates");
            pages.addAll(hrefs(visitor, "tbody a.btn"));
        }
        return pages;
    }

    /** A year whose terms have all passed: the curator is asked to confirm them. */
    private void startYearLongAgo() {
        if (tasks.createTaskQuery().taskDefinitionKey("Task_ConfirmTerms").count() == 0) {
            TestSchool demo = schools.existing("demo-school");
            demo.as("curator", List.of("curator"), () -> process.start("target-model", demo.id(), "2020-2021"));
            await().atMost(Visitor.PATIENCE)
                    .until(() -> tasks.createTaskQuery()
                                    .taskDefinitionKey("Task_ConfirmTerms")
                                    .count()
                            > 0);
        }
    }

    /** The page of a kind of document that the school has added. */
    private String ownKind() {
        String id = "order-of-ours";
        if (kinds.find(id).isEmpty()) {
            OwnKindInput input = new OwnKindInput(
                    "Приказ о рабочей группе",
                    GeneralKind.ORDER.kind().id(),
                    DataClass.STAFF,
                    DocumentKind.Way.APPROVED,
                    OwnKindInput.OWN_JOURNAL,
                    "",
                    "",
                    false,
                    true);
            schools.existing("demo-school").as("administrator", List.of("administrator"), () -> {
                ownKinds.add(id, input);
                return null;
            });
        }
        return "/admin/document-kinds/" + id;
    }

    private String task(Role role, String key, String page) {
        Task task = tasks.createTaskQuery()
                .taskDefinitionKey(key)
                .tenantIdIn("demo-school")
                .taskCandidateGroup(role.id())
                .list()
                .get(0);
        return page + "?taskId=" + task.getId() + "&callbackUrl=/";
    }

    /** At most so many of the links, from the whole of their list. */
    private static List<String> some(Set<String> links, int most) {
        List<String> all = List.copyOf(links);
        int count = Math.min(most, all.size());
        return IntStream.range(0, count)
                .mapToObj(number -> all.get(number * all.size() / count))
                .toList();
    }

    private static Set<String> hrefs(Visitor visitor, String selector) {
        Set<String> paths = new LinkedHashSet<>();
        for (Locator link : visitor.page().locator(selector).all()) {
            paths.add(link.getAttribute("href"));
        }
        return paths;
    }

    private List<String> see(Visitor visitor, String path) {
        int status = visitor.open(path);
        visited.add(path);
        List<String> faults = new ArrayList<>(visitor.faultsOf(path));
        if (status != 200) {
            faults.add(0, "status " + status);
        }
        visitor.look(path.replaceAll("taskId.*", "").replaceAll("[^\\p{L}\\d.]+", "-"), !faults.isEmpty());
        return faults;
    }

    private Visitor visitor(Browser browser, boolean phone, String name) {
        return phone
                ? Visitor.withPhone(browser, port, "pages-" + name)
                : Visitor.atLaptop(browser, port, "pages-" + name);
    }
}
