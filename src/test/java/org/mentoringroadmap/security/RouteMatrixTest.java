package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.consent.ConsentCode;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every registered route with every role, against {@code security/routes.csv}. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
    private static final String PUBLIC = "public";

    /** Routes about things that other routes are about too; they are put into their first state before each request. */
    private static final Pattern SHARED = Pattern.compile(
            " (/tasks|/inbox|(/api)?/matching-runs|/admin/incidents|/help-wishes|.*/(take-back|correct)$)");

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private TestSchool school;
    private Long programme;
    private RouteThings things;
    private final Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);

    /** Requests that were refused or have only read, by route: what they are about is as it was. */
    private final Map<String, AbstractMockHttpServletRequestBuilder<?>> untouched = new HashMap<>();

    @BeforeAll
    void start() throws Exception {
        schools.create(); // what all schools of an installation share is changed otherwise where there is one alone
        school = schools.create();
        programme = Long.valueOf(school.start("target-model", "2026-2027"));
        things = new RouteThings(school, programme);
        beans.autowireBean(things);
        things.makeDocuments();
        for (Role role : Role.values()) {
            String login = role == Role.ADMINISTRATOR ? "administrator" : school.login(role);
            String password = role == Role.ADMINISTRATOR ? "administrator-of-tests" : TestSchool.PASSWORD;
            sessions.put(
                    role, (MockHttpSession) mvc.perform(formLogin().user(login).password(password))
                            .andReturn()
                            .getRequest()
                            .getSession());
        }
    }

    /** Wrong passwords were sent to every route; other tests sign in from the same address at the same standing clock. */
    @AfterAll
    void openTheSignIns() {
        accounts.unlock("administrator");
    }

    /** The stamps of a kind are those of every school, and were set to nothing by whoever may. */
    @AfterAll
    void leaveTheUsualStamps() {
        jdbc.sql("delete from document_stamps where kind = ?")
                .param(DocumentType.REGULATION.id())
                .update();
    }

    @Test
    void everyRouteIsListedAndEveryLineHasARoute() throws IOException {
        Set<String> listed = expected().keySet().stream()
                .map(RouteMatrixTest::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).containsExactlyElementsOf(registered());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayWhatIsListedAndNothingElse(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : expected().entrySet()) {
            Set<String> listed = line.getValue();
            var request = requestOf(line.getKey(), role);
            long before = newestRecord();
            int status = answer(request);
            boolean may = status != 401 && status != 403 && status != 404;
            boolean shall = listed.contains("all") || listed.contains(role.id());
            if (!may || line.getKey().startsWith("GET ")) {
                untouched.put(line.getKey(), request);
            }
            if (status >= 500 || (may != shall && !listed.contains(PUBLIC))) {
                wrong.add(line.getKey() + " is answered by " + status);
            }
            if (line.getKey().startsWith("GET ")) {
                Optional.ofNullable(wronglyRecorded(line.getKey(), status, role, before))
                        .ifPresent(wrong::add);
            } else {
                List<String> more = new ArrayList<>(acts(role, before));
                more.removeAll(listedActs(line.getKey()));
                if (!more.isEmpty()) {
                    wrong.add(line.getKey() + " records " + more + " too");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Each GET route with what it records when it shows something, and with the parameters without which it does not. */
    @Test
    void everyRouteSaysWhatItRecords() throws IOException {
        List<String> listed = recorded().stream().map(cells -> cells[0]).toList();

        assertThat(listed)
                .as("audit/records.csv names each GET route once")
                .containsExactlyInAnyOrderElementsOf(registered().stream()
                        .filter(route -> route.startsWith("GET "))
                        .map(route -> route.substring("GET ".length()))
                        .toList());
        assertThat(recorded())
                .as("whoever records nothing says why")
                .allMatch(cells -> !cells[1].equals("-") || cells.length == 3);
    }

    /** Each route that changes something, with what it records or where else it is kept who did it. */
    @Test
    void everyChangeSaysWhatItRecords() throws IOException {
        List<String[]> lines = lines("audit/acts.csv");
        assertThat(lines.stream().map(cells -> cells[0]).filter(path -> !path.equals("elsewhere")))
                .as("audit/acts.csv names each route that changes something once")
                .containsExactlyInAnyOrderElementsOf(registered().stream()
                        .filter(route -> !route.startsWith("GET "))
                        .map(route -> route.substring(route.indexOf(' ') + 1))
                        .toList());
        assertThat(lines)
                .as("whoever records nothing says why")
                .allMatch(cells -> !cells[1].equals("-") && !cells[0].equals("elsewhere") || cells.length == 3);
        Set<String> known = Stream.concat(lines.stream(), recorded().stream())
                .flatMap(cells -> Stream.of(cells[1].split("\\s*,\\s*")))
                .filter(act -> !act.equals("-"))
                .collect(Collectors.toSet());
        assertThat(known)
                .as("every act, and no other")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AuditAct.values()).map(AuditAct::name).toList());
    }

    private static List<String> listedActs(String route) throws IOException {
        String path = pattern(route).split(" ")[1];
        return lines("audit/acts.csv").stream()
                .filter(cells -> cells[0].equals(path))
                .flatMap(cells -> Stream.of(cells[1].split("\\s*,\\s*")))
                .toList();
    }

    /** What was recorded while a GET route was asked; null if it is what the list says. */
    private String wronglyRecorded(String route, int status, Role role, long before) throws IOException {
        String path = route.split(" ")[1];
        String[] cells = recorded().stream()
                .filter(line -> line[0].equals(path))
                .findFirst()
                .orElseThrow();
        boolean none = status != 200 || cells[1].equals("-") || cells.length == 3;
        List<String> shall = none ? List.of() : List.of(cells[1]);
        List<String> acts = acts(role, before);
        return acts.equals(shall)
                ? null
                : "%s is answered by %s and records %s instead of %s".formatted(route, status, acts, shall);
    }

    private List<String> acts(Role role, long before) {
        return jdbc.sql("select act from audit_record where id > ? and account = ?")
                .params(before, role == Role.ADMINISTRATOR ? "administrator" : school.login(role))
                .query(String.class)
                .list();
    }

    private long newestRecord() {
        return jdbc.sql("select max(id) from audit_record").query(Long.class).single();
    }

    /** Pages that show somebody only when they are asked for somebody. */
    @Test
    void whoeverIsAskedForIsRecorded() throws Exception {
        for (String[] cells : recorded()) {
            if (!cells[1].equals("-") && cells.length == 3) {
                String[] parameter = cells[2].split("=");
                var request = build("GET " + cells[0])
                        .param(parameter[0], fill(parameter[1]))
                        .session(sessions.get(Role.CURATOR));
                long before = newestRecord();
                assertThat(mvc.perform(request).andReturn().getResponse().getStatus())
                        .isEqualTo(200);
                assertThat(acts(Role.CURATOR, before)).as(cells[0]).containsExactly(cells[1]);
            }
        }
    }

    private static List<String[]> recorded() throws IOException {
        return lines("audit/records.csv");
    }

    private static List<String[]> lines(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s*;\\s*", 3))
                .toList();
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : expected().entrySet()) {
            if (line.getValue().contains(PUBLIC)) {
                continue;
            }
            var answer =
                    mvc.perform(build(line.getKey()).with(csrf())).andReturn().getResponse();
            boolean api = line.getKey().contains(" /api/");
            boolean refused = api
                    ? answer.getStatus() == 401 && answer.getHeader("WWW-Authenticate") == null
                    : line.getKey().startsWith("POST ")
                            ? answer.getStatus() == 403 // with the sign-in as its page, which carries what was typed
                            : answer.getStatus() == 302
                                    && answer.getHeader("Location").endsWith("/login");
            if (!refused) {
                wrong.add(line.getKey() + " is answered by " + answer.getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A session write needs the token of its page, whoever sends it. */
    @Test
    void noSessionWritesWithoutTheTokenOfItsPage() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String route : expected().keySet()) {
            if (route.startsWith("POST ") && !route.startsWith("POST /q")) { // no session comes along there
                for (Role role : List.of(Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR)) {
                    int status = mvc.perform(build(route).session(sessions.get(role)))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    if (status != 403) {
                        wrong.add(route + " by " + role + " is answered by " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Of a school and not of a programme: whatever year asks for them, they are there. */
    private static final Pattern OF_THE_SCHOOL = Pattern.compile(".*/(duplicates|partners|card)(/.*)?");

    /** Where the second id stands among the parameters. */
    private static final Set<String> WITH_IDS = Set.of(
            "POST /programmes/{id}/meetings",
            "POST /programmes/{id}/admissions",
            "POST /matching-runs/{runId}/locks",
            "POST /matching-runs/{runId}/vetoes",
            "POST /matching-runs/{runId}/advice");

    /** Ids of two programmes, of one school or of two, are answered as if there were nothing, and nothing happens to either. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatDoesNotBelongTogetherIsNotThere(boolean ofAnotherSchool) throws Exception {
        TestSchool foreign = ofAnotherSchool ? schools.create() : school;
        Long year = Long.valueOf(foreign.start(ofAnotherSchool ? "target-model" : "teacher-mentoring", "2026-2027"));
        RouteThings others = new RouteThings(foreign, year);
        beans.autowireBean(others);
        TestSchool here = school;
        Long ours = programme;
        RouteThings own = things;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : expected().entrySet()) {
            String route = line.getKey();
            boolean withIds = WITH_IDS.contains(route);
            if (!withIds
                            && !route.matches(
                                    "\\w+ /(programmes|participants|matching-runs)/\\{\\w+}/.*\\{(?!item)\\w+}.*")
                    || !ofAnotherSchool && OF_THE_SCHOOL.matcher(route).matches()) {
                continue;
            }
            String[] parts = route.split(" ");
            AbstractMockHttpServletRequestBuilder<?> request;
            String path;
            try {
                school = foreign;
                programme = year;
                things = others;
                path = fill(parts[1])
                        .replaceFirst("^/programmes/\\d+", "/programmes/" + ours)
                        .replaceFirst("^/matching-runs/\\d+", "/matching-runs/" + own.run())
                        .replaceFirst("^/participants/\\d+", "/participants/" + own.anotherParticipant());
                request = build(parts[0], path);
            } finally {
                school = here;
                programme = ours;
                things = own;
            }
            Role role = Stream.of(Role.CURATOR, Role.PSYCHOLOGIST)
                    .filter(any -> line.getValue().contains(any.id())
                            || line.getValue().contains("all"))
                    .findFirst()
                    .orElseThrow();
            int status = status(request.session(sessions.get(role)));
            if (withIds ? status < 400 || status >= 500 : status != 404) {
                wrong.add(route + " is answered by " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        try {
            return mvc.perform(request.with(csrf())).andReturn().getResponse().getStatus();
        } catch (ServletException e) {
            return 500; // what a container makes of it
        }
    }

    /** A request of the role; its thing is the one that nobody before could or would change, or one that was made for it. */
    private AbstractMockHttpServletRequestBuilder<?> requestOf(String route, Role role) throws Exception {
        if (route.equals("GET /")) {
            things.careForWishes();
        }
        AbstractMockHttpServletRequestBuilder<?> known = untouched.remove(route);
        return (known == null || SHARED.matcher(route).find() ? build(route).with(csrf()) : known)
                .session(sessions.get(role));
    }

    private AbstractMockHttpServletRequestBuilder<?> build(String route) {
        String[] parts = route.split(" ", 3);
        return build(parts[0], parts.length < 3 ? fill(parts[1]) : fill(parts[1], parts[2].replaceAll("^\\[|]$", "")));
    }

    private AbstractMockHttpServletRequestBuilder<?> build(String method, String path) {
        if (path.matches(".*/participants/import(?:/left-out)?") && method.equals("POST")) {
            return multipart(path)
                    .file(new MockMultipartFile("file", "список.csv", null, new byte[] {1}))
                    .param("role", "MENTEE");
        }
        if (path.equals("/programme-cards/import")) {
            return multipart(path).file(new MockMultipartFile("file", "карточки.json", null, new byte[] {1}));
        }
        if (path.endsWith("/scan") && method.equals("POST")) {
            return multipart(path).file(new MockMultipartFile("file", "скан.pdf", null, "%PDF-1.7 ".getBytes()));
        }
        if (path.endsWith("/upload")) {
            return multipart(path).file(new MockMultipartFile("file", "проект.docx", null, new byte[] {1}));
        }
        if (path.matches("/admin/document-templates/[^/]+/[^/]+") && method.equals("POST")) {
            return multipart(path).file(new MockMultipartFile("file", "шаблон.docx", null, new byte[] {1}));
        }
        var request = request(HttpMethod.valueOf(method), path);
        if (path.startsWith("/admin/document-kinds") && method.equals("POST")) {
            request.param("data", "STAFF").param("way", "APPROVED");
        }
        if (path.startsWith("/tasks/activity")) {
            request.param("taskId", things.taskId("Task_RecordOutcome"));
        } else if (path.startsWith("/tasks/form")) {
            request.param("taskId", things.taskId("Task_OpenCampaign"));
        } else if (path.startsWith("/tasks/terms")) {
            request.param("taskId", things.unconfirmed());
        } else if (path.startsWith("/tasks/classes")) {
            request.param("taskId", things.taskId("Task_CollectClasses"));
        } else if (path.startsWith("/tasks/register")) {
            request.param("taskId", things.registerTask("register-formation", "Task_FormRegister"));
        } else if (path.startsWith("/tasks/consents")) {
            request.param("taskId", things.registerTask("consent-collection", "Task_CollectConsents"));
        } else if (path.endsWith("/consents/find")) {
            request.param(
                    "code", new ConsentCode(Long.valueOf(things.anotherParticipant()), ConsentKind.PROCESSING).text());
        } else if (path.endsWith("/consents/print")) {
            request.param("classId", things.classOfOne()).param("kind", "PROCESSING");
        } else if (path.endsWith("/participants/import/progress")) {
            request.param("key", UUID.randomUUID().toString());
        } else if (path.startsWith("/tasks/consent-renewal")) {
            request.param("taskId", things.renewal());
        } else if (path.startsWith("/tasks/matching")) {
            request.param("taskId", things.pairTask("compare", "Task_CompareQuestionnaires"));
        } else if (path.startsWith("/tasks/pairs")) {
            request.param("taskId", things.pairTask("decide", "Task_DecidePairs"));
        } else if (path.startsWith("/matching-runs/")) {
            request.param("menteeId", things.waitingMentee().toString())
                    .param("mentorId", things.waitingMentor().toString());
        } else if (path.matches(".*/searches/\\d+/mentee") && method.equals("POST")) {
            request.param("menteeIds", things.anotherParticipant());
        } else if (path.endsWith("/preferences") && method.equals("POST")) {
            request.param("side", "MENTEE");
        } else if (path.matches(".*/enter/\\d+") && method.equals("POST")) {
            request.param("sheet-version", "0").param("sheet-channel", "PAPER").param("wish", "yes");
        } else if (path.matches("/programmes/\\d+/offers")) {
            request.param("decision", "accept");
        } else if (path.endsWith("/assessments/answers")) {
            request.param("point", "ENTRY");
        } else if (path.endsWith("/help-reader")) {
            request.param("role", "PSYCHOLOGIST");
        } else if (path.matches(".*/campaigns/\\d+/others")) {
            request.param("respondent", "PARENT");
        } else if (path.equals("/questionnaires/new")) {
            request.param("like", "interview");
        } else if (path.startsWith("/tasks/duties")) {
            request.param("taskId", things.duties());
        } else if (path.startsWith("/tasks/proposal")) {
            request.param("taskId", things.proposal()).param("outcome", "earlier");
        } else if (path.startsWith("/tasks/meetings")) {
            request.param("taskId", things.watch());
        } else if (path.startsWith("/programme-cards")) {
            request.param("programmeId", programme.toString());
        } else if (path.equals("/mentoring/meetings") || path.contains("/meetings")) {
            String pair = things.pair();
            request.param("programmeId", programme.toString())
                    .param("pairId", pair)
                    .param("pairIds", pair)
                    .param("kind", "trial")
                    .param("date", TestClock.today().toString());
        } else if (path.endsWith("/admissions") && method.equals("POST")) {
            request.param("purpose", "PUBLICATION").param("participantIds", things.anotherParticipant());
        } else if (path.endsWith("/pairs/candidates")) {
            request.param("side", "MENTEE");
        } else if (path.endsWith("/participants") && method.equals("POST")) {
            request.param("role", "MENTEE")
                    .param("category", "PUPIL")
                    .param("lastName", "Примеров")
                    .param("firstName", things.newName());
        } else if (path.endsWith("/take-over")) {
            request.param("role", "MENTEE");
        } else if (path.endsWith("/duplicates/undo")) {
            request.param("merge", things.merge());
        } else if (path.endsWith("/participants/template")) {
            request.param("role", "MENTEE");
        } else if (path.matches("/participants/\\d+/status")) {
            request.param("status", "REGISTERED");
        } else if (path.equals("/school/substitutions")) {
            String day = things.freeDay().toString();
            request.param("school", school.id())
                    .param("memberId", things.employed().toString())
                    .param("role", "secretary")
                    .param("from", day)
                    .param("until", day);
        } else if (path.startsWith("/school") && !path.equals("/school/new")) {
            request.param("school", school.id());
        } else if (path.equals("/documents/journals")) {
            request.param("schoolId", school.id()).param("register", "ORDERS").param("format", "{n}-О");
        } else if (path.equals("/classes/ticks")) {
            request.param("programmeId", programme.toString())
                    .param("roadmapItem", "000-1.2.2")
                    .param("classIds", things.addClass())
                    .param("answer", "held")
                    .param("date", TestClock.today().toString());
        } else if (path.equals("/inbox")) {
            request.param("document", things.document());
        } else if (path.endsWith("/activities/000-1.1.1/evidence")) {
            request.param("note", "Протокол лежит в папке.");
        } else if (path.startsWith("/api/") && !method.equals("GET")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"approve\"}");
        }
        return request;
    }

    /** The same for one thing of those that differ in who may read them. */
    private String fill(String pattern, String kind) {
        boolean inForce = kind.contains("final") && !kind.contains("its draft");
        return pattern.replace("{id}", pattern.startsWith("/evidence/") ? things.photo(kind) : things.document(kind))
                .replace("{no}", inForce ? "2" : "1");
    }

    /** Ids of things that are there; what a request may remove is made for it. */
    private String fill(String pattern) {
        String path = pattern;
        if (path.startsWith("/evidence/{id}")) {
            path = path.replace("{id}", things.photo());
        } else if (path.startsWith("/tasks/{id}")) {
            path = path.replace("{id}", things.untaken("Task_CheckDraft"));
        } else if (path.startsWith("/admin/incidents/{id}")) {
            path = path.replace("{id}", things.incident());
        } else if (path.contains("/documents/{id}")) {
            path = path.replace("{id}", things.document());
        } else if (path.startsWith("/api/participants/{id}")) {
            path = path.replace("{id}", things.anotherParticipant());
        } else if (path.startsWith("/api/consents/{id}")) {
            path = path.replace("{id}", things.consent());
        } else if (path.contains("/matching-runs/{id}")) {
            path = path.replace("{id}", things.run());
        }
        if (path.contains("{runId}")) {
            path = path.replace("{runId}", things.run())
                    .replace("{menteeId}", things.waitingMentee().toString());
        }
        if (path.contains("/{participantId}/consents/{consentId}")) {
            String participant = things.anotherParticipant();
            path = path.replace("{participantId}", participant).replace("{consentId}", things.consent(participant));
        } else if (path.contains("{consentId}")) {
            path = path.replace(
                    "{consentId}", path.startsWith("/consent-withdrawals/") ? things.withdrawn() : things.consent());
        }
        if (path.contains("{memberId}")) {
            path = path.replace("{memberId}", path.contains("/psychologist/") ? things.proposed() : things.member());
        }
        if (path.contains("{substitutionId}")) {
            path = path.replace("{substitutionId}", things.substitution());
        }
        if (path.contains("{roleId}")) {
            path = path.replace("{roleId}", things.ownRole());
        }
        if (path.contains("{classId}")) {
            path = path.replace("{classId}", things.addClass());
        }
        if (path.contains("{pairId}")) {
            path = path.replace("{pairId}", things.pair());
        }
        if (path.startsWith("/admin/document-kinds/{id}/stamps")) {
            path = path.replace("{id}", DocumentType.REGULATION.id());
        } else if (path.startsWith("/admin/document-kinds/{id}")) {
            path = path.replace("{id}", things.documentKind());
        }
        if (path.startsWith("/questionnaires/{key}")) {
            path = path.replace("{key}", "mentee-pupil");
        }
        if (path.contains("{template}")) {
            path = path.replace("{school}", school.id()).replace("{template}", things.template());
        }
        if (path.contains("{cardId}")) {
            path = path.replace("{cardId}", things.card());
        }
        if (path.contains("{partnerId}")) {
            path = path.replace("{partnerId}", things.partner());
        }
        if (path.contains("{meetingId}")) {
            path = path.replace("{meetingId}", things.meeting());
        }
        if (path.startsWith("/help-wishes")) {
            path = path.replace("{invitation}", things.helpWish());
        }
        if (path.contains("{campaign}") || path.contains("{token}")) {
            RouteThings.Asked asked = things.asked();
            path = path.replace("{campaign}", asked.campaign())
                    .replace("{invitation}", asked.invitation())
                    .replace("{token}", asked.token());
        }
        if (path.contains("{noteId}")) {
            return things.note(path);
        }
        for (String person : List.of("{keptId}", "{takenId}", "{firstId}", "{secondId}")) {
            if (path.contains(person)) {
                path = path.replace(
                        person, things.personOf(things.anotherParticipant()).toString());
            }
        }
        if (path.endsWith("/{item}/blanks")) {
            path = path.replace("{item}", "000-2.1.1");
        }
        if (path.contains("{participantId}")) {
            path = path.replace("{participantId}", things.anotherParticipant());
        }
        if (path.contains("{searchId}")) {
            path = path.replace("{searchId}", things.search());
        }
        return path.replace("{id}", programme.toString())
                .replace("{programmeId}", programme.toString())
                .replace("{item}", path.matches(".*/(take-back|correct)") ? things.closedItem() : "000-1.1.1")
                .replace("{no}", "1")
                .replace("{guide}", "curator")
                .replace("{key}", "activity");
    }

    /** What stands in the parameter of an id, a number, a day or a choice when nobody has typed it. */
    private static final List<List<String>> ODD =
            List.of(List.of(" "), List.of("99999999999999999999"), List.of("1", " ", "x"));

    private static final List<List<String>> ODD_TEXTS = List.of(List.of("😀".repeat(5_000)));

    /** A list with a blank and a word in it stands for the others, with which a release is tried. */
    @Test
    void whateverStandsInAParameterIsNoFailure() throws Exception {
        assertThat(failuresOf(ODD.subList(2, 3))).isEmpty();
    }

    @Test
    @Tag("long")
    void whateverStandsInAParameterIsNoFailureWithEveryOddValue() throws Exception {
        assertThat(failuresOf(ODD)).isEmpty();
    }

    private List<String> failuresOf(List<List<String>> odd) throws Exception {
        Map<String, HandlerMethod> handlers = new TreeMap<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> routes(info).forEach(route -> handlers.put(route, handler)));
        Map<String, MockHttpServletRequest> usual = new TreeMap<>();
        for (String route : expected().keySet()) {
            if (!parameters(handlers.get(pattern(route))).isEmpty()) {
                usual.put(
                        route,
                        build(route).buildRequest(mvc.getDispatcherServlet().getServletContext()));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, MockHttpServletRequest> one : usual.entrySet()) {
            Role role = Role.of(expected().get(one.getKey()).iterator().next()).orElse(Role.CURATOR);
            for (Map.Entry<String, Class<?>> name :
                    parameters(handlers.get(pattern(one.getKey()))).entrySet()) {
                for (List<String> values : name.getValue() == String.class ? ODD_TEXTS : odd) {
                    int status = answer(request(
                                    HttpMethod.valueOf(one.getValue().getMethod()),
                                    one.getValue().getRequestURI())
                            .session(sessions.get(role))
                            .with(csrf())
                            .with(request -> {
                                request.addParameters(one.getValue().getParameterMap());
                                request.setParameter(name.getKey(), values.toArray(String[]::new));
                                return request;
                            }));
                    if (status >= 500) {
                        wrong.add(one.getKey() + " with " + name.getKey() + "=" + shown(values) + " by " + role);
                    }
                }
            }
        }
        return wrong;
    }

    @Test
    void whateverStandsForAnIdIsNoFailure() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : expected().entrySet()) {
            String[] route = line.getKey().split(" ");
            Role role = Role.of(line.getValue().iterator().next()).orElse(Role.CURATOR);
            if (route[1].contains("{")) {
                for (String odd : List.of("%20", "x", "-1", "99999999999999999999", "%F0%9F%98%80")) {
                    String path = route[1].replaceAll("\\{\\w+}", odd);
                    int status = answer(request(HttpMethod.valueOf(route[0]), URI.create(path))
                            .session(sessions.get(role))
                            .with(csrf()));
                    if (status >= 500) {
                        wrong.add(route[0] + " " + path + " is answered by " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The lists of the findings: none of them may be taken for an empty one, and the person reads why. */
    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, /inbox, document",
        "CURATOR, /programmes/{id}/matching, classIds",
        "CURATOR, /programmes/{id}/meetings, pairIds",
        "CURATOR, /programmes/{id}/admissions, participantIds"
    })
    void aBlankElementOfAListIsRefused(Role role, String path, String name) throws Exception {
        for (String blank : List.of("", " ", "\0", "\t")) {
            MockHttpServletResponse answer = mvc.perform(build("POST " + path)
                            .session(sessions.get(role))
                            .with(csrf())
                            .with(request -> {
                                request.setParameter(name, blank);
                                return request;
                            }))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus())
                    .as("%s=%s", name, shown(List.of(blank)))
                    .isEqualTo(400);
            if (!blank.equals("\0")) { // that is refused before our pages, by the container's way
                assertThat(answer.getContentAsString()).contains("Значение поля «" + name + "» указано неверно");
            }
        }
    }

    /** A line without its kind of thing, as the web framework knows it. */
    private static String pattern(String line) {
        return line.replaceFirst(" \\[.*]$", "");
    }

    /** What a handler reads from parameters, and of which type. */
    private static Map<String, Class<?>> parameters(HandlerMethod handler) {
        Map<String, Class<?>> names = new TreeMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (one != null) {
                names.put(one.name().isEmpty() ? parameter.getParameterName() : one.name(), type);
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                if (type.isRecord()) {
                    Stream.of(type.getRecordComponents()).forEach(part -> names.put(part.getName(), part.getType()));
                } else {
                    Stream.of(BeanUtils.getPropertyDescriptors(type))
                            .filter(property -> property.getWriteMethod() != null)
                            .forEach(property -> names.put(property.getName(), property.getPropertyType()));
                }
            }
        }
        return names;
    }

    private static String shown(List<String> values) {
        return values.stream()
                .map(value -> value.length() > 30 ? value.substring(0, 30) + "…" : value.replace("\0", "NUL"))
                .toList()
                .toString();
    }

    /** It stands in the address, in which people write what they like. */
    @Test
    void theTermOfWhatIsNotInTheRoadmapIsNotFound() throws Exception {
        MockHttpServletResponse answer = mvc.perform(request(
                                HttpMethod.POST,
                                URI.create("/programmes/" + programme + "/activities/%F0%9F%98%80/term"))
                        .session(sessions.get(Role.CURATOR))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
    }

    private int answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        try {
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (ServletException e) {
            return 500; // what a container makes of it
        }
    }

    private Set<String> registered() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(RouteMatrixTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("GET " + pattern)
                        : methods.stream().map(method -> method + " " + pattern));
    }

    private static Map<String, Set<String>> expected() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        new ClassPathResource("security/routes.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s*;\\s*"))
                .forEach(cells -> expected.put(
                        cells[0].strip() + " " + cells[1],
                        new TreeSet<>(List.of(cells[2].strip().split("\\s*,\\s*")))));
        return expected;
    }
}
