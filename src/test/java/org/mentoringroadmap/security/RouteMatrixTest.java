package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mentoringroadmap.activity.Evidence;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.bank.CardDetails;
import org.mentoringroadmap.bank.ProgrammeBank;
import org.mentoringroadmap.deadline.Reminders;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.matching.MatchingRuns;
import org.mentoringroadmap.matching.PresentPairs;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.Meetings;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.MentorSearches;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.PairBook;
import org.mentoringroadmap.participant.ConsentCode;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Consents;
import org.mentoringroadmap.participant.Duplicates;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.PersonDetails;
import org.mentoringroadmap.participant.PsychologistJournal;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Signer;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every registered route with every role, against {@code security/routes.csv}. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
    private static final String PUBLIC = "public";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Years long ago, whose terms have passed. */
    private static final AtomicInteger YEARS = new AtomicInteger(2000);

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Documents documents;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private PairBook pairs;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private Partners partners;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private Registers registers;

    @Autowired
    private PsychologistJournal journal;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Consents consents;

    @Autowired
    private Reminders reminders;

    @Autowired
    private MatchingRuns matching;

    @Autowired
    private PresentPairs presentPairs;

    private TestSchool school;
    private Long programme;
    private String unconfirmed;
    private String watch;
    private PeopleToMatch toMatch;
    private Long waitingMentee;
    private Long waitingMentor;
    private final Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);

    @BeforeAll
    void start() throws Exception {
        school = schools.create();
        programme = Long.valueOf(school.start("target-model", "2026-2027"));
        toMatch = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
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

    @Test
    void everyRouteIsListedAndEveryLineHasARoute() throws IOException {
        assertThat(expected().keySet()).containsExactlyInAnyOrderElementsOf(registered());
    }

    @Test
    void everyRoleMayWhatIsListedAndNothingElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> line : expected().entrySet()) {
            String route = line.getKey();
            Set<String> may = new TreeSet<>();
            List<String> answers = new ArrayList<>();
            for (Role role : Role.values()) {
                int status = status(route, role);
                answers.add(role.id() + "=" + status);
                if (status != 401 && status != 403 && status != 404) {
                    may.add(role.id());
                }
            }
            Set<String> listed =
                    line.getValue().contains("all") || line.getValue().contains(PUBLIC)
                            ? Arrays.stream(Role.values()).map(Role::id).collect(Collectors.toCollection(TreeSet::new))
                            : line.getValue();
            if (line.getValue().contains(PUBLIC)) {
                may.addAll(listed);
            }
            if (!may.equals(listed) || answers.stream().anyMatch(answer -> answer.matches(".*=5\\d\\d"))) {
                wrong.add(route + "; " + String.join(",", may) + "   # answered: " + answers);
            }
        }
        assertThat(wrong).isEmpty();
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
                    : answer.getStatus() == 302 && answer.getHeader("Location").endsWith("/login");
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
            if (route.startsWith("POST ")) {
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

    private int status(String route, Role role) throws Exception {
        try {
            return mvc.perform(build(route).session(sessions.get(role)).with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (ServletException e) {
            return 500; // what a container makes of it
        }
    }

    private AbstractMockHttpServletRequestBuilder<?> build(String route) {
        String[] parts = route.split(" ");
        String path = fill(parts[1]);
        if (path.endsWith("/participants/import") && parts[0].equals("POST")) {
            return multipart(path)
                    .file(new MockMultipartFile("file", "список.csv", null, new byte[] {1}))
                    .param("role", "MENTEE");
        }
        if (path.equals("/programme-cards/import")) {
            return multipart(path).file(new MockMultipartFile("file", "карточки.json", null, new byte[] {1}));
        }
        if (path.endsWith("/scan") && parts[0].equals("POST")) {
            return multipart(path).file(new MockMultipartFile("file", "скан.pdf", null, "%PDF-1.7 ".getBytes()));
        }
        if (path.endsWith("/upload")) {
            return multipart(path).file(new MockMultipartFile("file", "проект.docx", null, new byte[] {1}));
        }
        var request = request(HttpMethod.valueOf(parts[0]), path);
        if (path.startsWith("/tasks/activity")) {
            request.param("taskId", taskId("Task_RecordOutcome"));
        } else if (path.startsWith("/tasks/terms")) {
            request.param("taskId", unconfirmed());
        } else if (path.startsWith("/tasks/classes")) {
            request.param("taskId", taskId("Task_CollectClasses"));
        } else if (path.startsWith("/tasks/register")) {
            request.param("taskId", registerTask("register-formation", "Task_FormRegister"));
        } else if (path.startsWith("/tasks/consents")) {
            request.param("taskId", registerTask("consent-collection", "Task_CollectConsents"));
        } else if (path.endsWith("/consents/find")) {
            request.param("code", new ConsentCode(Long.valueOf(anotherParticipant()), ConsentKind.PROCESSING).text());
        } else if (path.endsWith("/consents/print")) {
            anotherParticipant();
            request.param("classId", "0").param("kind", "PROCESSING");
        } else if (path.endsWith("/participants/import/progress")) {
            request.param("key", UUID.randomUUID().toString());
        } else if (path.startsWith("/tasks/consent-renewal")) {
            request.param("taskId", renewal());
        } else if (path.startsWith("/tasks/matching")) {
            request.param("taskId", pairTask("compare", "Task_CompareQuestionnaires"));
        } else if (path.startsWith("/tasks/pairs")) {
            request.param("taskId", pairTask("decide", "Task_DecidePairs"));
        } else if (path.startsWith("/matching-runs/")) {
            request.param("menteeId", waitingMentee().toString())
                    .param("mentorId", waitingMentor().toString());
        } else if (path.matches(".*/searches/\\d+/mentee") && parts[0].equals("POST")) {
            request.param("menteeIds", anotherParticipant());
        } else if (path.endsWith("/preferences") && parts[0].equals("POST")) {
            request.param("side", "MENTEE");
        } else if (path.startsWith("/tasks/duties")) {
            request.param("taskId", duties());
        } else if (path.startsWith("/tasks/proposal")) {
            request.param("taskId", proposal()).param("outcome", "earlier");
        } else if (path.startsWith("/tasks/meetings")) {
            request.param("taskId", watch());
        } else if (path.startsWith("/programme-cards")) {
            request.param("programmeId", programme.toString());
        } else if (path.equals("/mentoring/meetings") || path.contains("/meetings")) {
            String pair = pair();
            request.param("programmeId", programme.toString())
                    .param("pairId", pair)
                    .param("pairIds", pair)
                    .param("kind", "trial")
                    .param("date", LocalDate.now().toString());
        } else if (path.endsWith("/admissions") && parts[0].equals("POST")) {
            request.param("purpose", "PUBLICATION").param("participantIds", anotherParticipant());
        } else if (path.endsWith("/pairs/candidates")) {
            request.param("side", "MENTEE");
        } else if (path.endsWith("/participants") && parts[0].equals("POST")) {
            request.param("role", "MENTEE")
                    .param("category", "PUPIL")
                    .param("lastName", "Примеров")
                    .param("firstName", "Номер" + COUNT.incrementAndGet());
        } else if (path.endsWith("/duplicates/undo")) {
            request.param("merge", merge());
        } else if (path.endsWith("/participants/template")) {
            request.param("role", "MENTEE");
        } else if (path.matches("/participants/\\d+/status")) {
            request.param("status", "REGISTERED");
        } else if (path.startsWith("/school") && !path.equals("/school/new")) {
            request.param("school", school.id());
        } else if (path.equals("/documents/journals")) {
            request.param("schoolId", school.id()).param("register", "ORDERS").param("format", "{n}-О");
        } else if (path.equals("/classes/ticks")) {
            request.param("programmeId", programme.toString())
                    .param("roadmapItem", "000-1.2.2")
                    .param("classIds", addClass())
                    .param("answer", "held")
                    .param("date", LocalDate.now().toString());
        } else if (path.equals("/inbox")) {
            request.param("document", document());
        } else if (path.endsWith("/activities/000-1.1.1/evidence")) {
            request.param("note", "Протокол лежит в папке.");
        } else if (path.startsWith("/api/") && parts[0].equals("POST")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"approve\"}");
        }
        return request;
    }

    /** Ids of things that are there; what a request may remove is made for it. */
    private String fill(String pattern) {
        String path = pattern;
        if (path.startsWith("/evidence/{id}")) {
            path = path.replace("{id}", photo());
        } else if (path.startsWith("/tasks/{id}")) {
            path = path.replace("{id}", untaken("Task_CheckDraft"));
        } else if (path.startsWith("/admin/incidents/{id}")) {
            path = path.replace("{id}", incident());
        } else if (path.contains("/documents/{id}")) {
            path = path.replace("{id}", document());
        } else if (path.startsWith("/api/participants/{id}")) {
            path = path.replace("{id}", anotherParticipant());
        } else if (path.startsWith("/api/consents/{id}")) {
            path = path.replace("{id}", consent());
        } else if (path.contains("/matching-runs/{id}")) {
            path = path.replace("{id}", run());
        }
        if (path.contains("{runId}")) {
            path = path.replace("{runId}", run())
                    .replace("{menteeId}", waitingMentee().toString());
        }
        if (path.contains("{consentId}")) {
            path = path.replace("{consentId}", path.startsWith("/consent-withdrawals/") ? withdrawn() : consent());
        }
        if (path.contains("{memberId}")) {
            path = path.replace("{memberId}", member());
        }
        if (path.contains("{classId}")) {
            path = path.replace("{classId}", addClass());
        }
        if (path.contains("{pairId}")) {
            path = path.replace("{pairId}", pair());
        }
        if (path.contains("{cardId}")) {
            path = path.replace("{cardId}", card());
        }
        if (path.contains("{partnerId}")) {
            path = path.replace("{partnerId}", partner());
        }
        if (path.contains("{meetingId}")) {
            path = path.replace("{meetingId}", meeting());
        }
        if (path.contains("{noteId}")) {
            return note(path);
        }
        for (String person : List.of("{keptId}", "{takenId}", "{firstId}", "{secondId}")) {
            if (path.contains(person)) {
                path = path.replace(person, personOf(anotherParticipant()).toString());
            }
        }
        if (path.contains("{participantId}")) {
            path = path.replace("{participantId}", anotherParticipant());
        }
        if (path.contains("{searchId}")) {
            path = path.replace(
                    "{searchId}",
                    school.as(Role.CURATOR, () -> searches.add(programme, false).id())
                            .toString());
        }
        return path.replace("{id}", programme.toString())
                .replace("{programmeId}", programme.toString())
                .replace("{item}", "000-1.1.1")
                .replace("{no}", "1")
                .replace("{guide}", "curator");
    }

    /** A year long ago whose terms nobody has confirmed; another one when somebody has. */
    private String unconfirmed() {
        if (unconfirmed == null || tasks.createTaskQuery().taskId(unconfirmed).count() == 0) {
            int first = YEARS.incrementAndGet();
            unconfirmed = school.tasks(school.startUnconfirmed("target-model", first + "-" + (first + 1)))
                    .get(0)
                    .getId();
        }
        tasks.setAssignee(unconfirmed, null);
        return unconfirmed;
    }

    private String untaken(String element) {
        String id = taskId(element);
        tasks.setAssignee(id, null);
        return id;
    }

    private String addClass() {
        return school.addClass(COUNT.incrementAndGet() + "Ъ").toString();
    }

    private String member() {
        return school.as(Role.CURATOR, () -> school.employWithoutAccount("Временный Сотрудник"))
                .toString();
    }

    private String pair() {
        PairBook.NewPair input = new PairBook.NewPair(
                Mentorship.Kind.PAIR,
                new MentorshipDetails(1, school.staffId(Role.MENTOR), null, null),
                null,
                null,
                false);
        return school.as(Role.CURATOR, () -> pairs.add(programme, input).id()).toString();
    }

    /** A pupil without a class, whom no class teacher sees. */
    private String anotherParticipant() {
        return school.as(
                        Role.CURATOR,
                        () -> registers
                                .enter(
                                        programme,
                                        ParticipantRole.MENTEE,
                                        PersonDetails.named("Примеров", "Номер" + COUNT.incrementAndGet(), null, null),
                                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null))
                                .id())
                .toString();
    }

    private String card() {
        CardDetails details = new CardDetails(
                "Программа " + COUNT.incrementAndGet(),
                MentoringForm.PUPIL_PUPIL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return school.as(Role.CURATOR, () -> bank.add(null, details).id()).toString();
    }

    private String partner() {
        PartnerDetails details = PartnerDetails.named("Предприятие " + COUNT.incrementAndGet(), PartnerKind.EMPLOYER);
        return school.as(
                        Role.CURATOR,
                        () -> partners.add(programme, details, true).id())
                .toString();
    }

    private Long personOf(String participant) {
        return school.as(
                Role.CURATOR,
                () -> registers.visible(Long.valueOf(participant)).person().id());
    }

    private String merge() {
        Long kept = personOf(anotherParticipant());
        Long taken = personOf(anotherParticipant());
        PersonDetails name = PersonDetails.named("Примеров", "Номер" + COUNT.incrementAndGet(), null, null);
        return school.as(
                        Role.CURATOR,
                        () -> duplicates.merge(programme, kept, taken, name).id())
                .toString();
    }

    private String note(String pattern) {
        Long about = Long.valueOf(anotherParticipant());
        Long note = school.as(Role.PSYCHOLOGIST, () -> {
            journal.write(about, new PsychologistJournal.Entry(LocalDate.now(), "Беседа", null));
            return journal.about(about).get(0).id();
        });
        return pattern.replace("{participantId}", about.toString()).replace("{noteId}", note.toString());
    }

    private String meeting() {
        Long pair = Long.valueOf(pair());
        school.as(
                Role.CURATOR,
                () -> meetings.record(programme, pair, MeetingKind.TRIAL, MeetingReport.on(LocalDate.now())));
        return meetings.of(pair).get(0).id().toString();
    }

    /** The curator's task that watches over meetings; one for all requests. */
    private String watch() {
        if (watch == null) {
            pair();
            startBlock("meetings-watch", Map.of("meetingKind", "organisational"));
            watch = tasks.createTaskQuery()
                    .processInstanceBusinessKey(programme.toString())
                    .taskDefinitionKey("Task_WatchMeetings")
                    .singleResult()
                    .getId();
        }
        tasks.setAssignee(watch, null);
        return watch;
    }

    /** A task of the registers that nobody has taken; another one when somebody has ended it. */
    private String registerTask(String block, String element) {
        if (open(element).isEmpty()) {
            startBlock(
                    block,
                    block.equals("consent-collection")
                            ? Map.of("consentKind", "adult")
                            : Map.of("participantRole", "mentee", "participantCategory", "teacher"));
        }
        String id = open(element).get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    private List<Task> open(String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey(element)
                .list();
    }

    private void startBlock(String block, Map<String, Object> more) {
        Map<String, Object> input = input(more);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(block, programme.toString(), input));
        school.runJobs();
    }

    private void startBefore(String block, String element, Map<String, Object> more) {
        Map<String, Object> input = input(more);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.createProcessInstanceByKey(block)
                        .businessKey(programme.toString())
                        .setVariables(input)
                        .startBeforeActivity(element)
                        .execute());
        school.runJobs();
    }

    private Map<String, Object> input(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        for (String name : List.of("firstYear", "secondYear", "title", "guide")) {
            input.put(name, "2026");
        }
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", "000-6.1.1");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", "curator");
        return input;
    }

    private String pairTask(String step, String element) {
        if (open(element).isEmpty()) {
            startBlock("pair-formation", Map.of("pairStep", step));
        }
        String id = open(element).get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    /** A fresh proposal with {@link #waitingMentee} and {@link #waitingMentor} in it. */
    private String run() {
        waitingMentee();
        waitingMentor();
        return school.as(
                        Role.CURATOR,
                        () -> matching.propose(programme, RunRequest.EVERYBODY).id())
                .toString();
    }

    /** The curator's task about a mentor who is proposed to a search; nobody decides in earnest. */
    private String proposal() {
        if (open("Task_ReviewProposal").isEmpty()) {
            waitingMentor();
            Long mentee = toMatch.mentees(1, List.of()).get(0).id();
            school.as(Role.CURATOR, () -> searches.add(programme, false, mentee));
            school.runJobs();
        }
        String id = open("Task_ReviewProposal").get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    /** A task that collects mentors' consents to their duties; another one when somebody has ended it. */
    private String duties() {
        if (open("Task_CollectDuties").isEmpty()) {
            Long teacher = teacherWithoutDuties();
            PairBook.NewPair input = new PairBook.NewPair(
                    Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false);
            school.as(Role.CURATOR, () -> pairs.add(programme, input, new MemberChoice(teacher, List.of())));
            startBefore("pair-formation", "Task_CollectDuties", Map.of("pairStep", "decide"));
        }
        String id = open("Task_CollectDuties").get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    private Long teacherWithoutDuties() {
        return school.as(Role.CURATOR, () -> {
            Long teacher = registers
                    .enter(
                            programme,
                            ParticipantRole.MENTOR,
                            PersonDetails.named("Педагогов", "Номер" + COUNT.incrementAndGet(), null, null),
                            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null))
                    .id();
            consents.register(teacher, ConsentKind.PROCESSING, LocalDate.now(), Set.of(Signer.SELF));
            return teacher;
        });
    }

    /** A mentee whom no confirmation has paired yet. */
    private Long waitingMentee() {
        if (waitingMentee == null || presentPairs.paired(programme).contains(waitingMentee)) {
            waitingMentee = toMatch.mentees(1, List.of()).get(0).id();
        }
        return waitingMentee;
    }

    /** A mentor with more places than there are requests. */
    private Long waitingMentor() {
        if (waitingMentor == null) {
            waitingMentor = toMatch.mentors(1, List.of(), 30).get(0).id();
        }
        return waitingMentor;
    }

    /** A consent of a pupil without a class, with its scan. */
    private String consent() {
        Long pupil = Long.valueOf(anotherParticipant());
        return school.as(Role.CURATOR, () -> {
                    Long id = consents.register(
                                    pupil,
                                    ConsentKind.PROCESSING,
                                    LocalDate.now(),
                                    Set.of(Signer.SELF, Signer.REPRESENTATIVE))
                            .id();
                    consents.attach(id, "скан.pdf", "%PDF-1.7 пример".getBytes(StandardCharsets.UTF_8));
                    return id;
                })
                .toString();
    }

    private String withdrawn() {
        String id = consent();
        school.as(Role.CURATOR, () -> consents.withdraw(Long.valueOf(id), null));
        return id;
    }

    /** The curator's task about birthdays; each completion needs another one. */
    private String renewal() {
        String open = openRenewal();
        if (open == null) {
            PersonDetails person = PersonDetails.named(
                    "Именинников",
                    "Номер" + COUNT.incrementAndGet(),
                    null,
                    LocalDate.now().minusYears(14).plusDays(3));
            ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null);
            school.as(
                    Role.CURATOR,
                    () -> consents.register(
                            registers
                                    .enter(programme, ParticipantRole.MENTEE, person, details)
                                    .id(),
                            ConsentKind.PROCESSING,
                            LocalDate.now(),
                            Set.of(Signer.REPRESENTATIVE)));
            school.as(null, null, () -> reminders.sweep(programme));
            school.runJobs();
            open = openRenewal();
        }
        tasks.setAssignee(open, null);
        return open;
    }

    private String openRenewal() {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey("Task_RenewConsents")
                .list()
                .stream()
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }

    private String photo() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
        return school.as(
                        Role.CURATOR,
                        () -> evidence.attach(programme, "000-1.1.1", "снимок.png", png)
                                .id())
                .toString();
    }

    private String incident() {
        String job = jobs.createJobQuery()
                .tenantIdIn(school.id())
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
        jobs.setJobRetries(job, 1);
        jobs.setJobRetries(job, 0);
        return runtime.createIncidentQuery().configuration(job).singleResult().getId();
    }

    private String document() {
        return school.as(
                        Role.CURATOR,
                        () -> documents.ofProgramme(programme).get(0).id())
                .toString();
    }

    /** The task of an item that only deputies do. */
    private String taskId(String element) {
        String item = Map.of(
                        "Task_RecordOutcome", "000-1.1.1",
                        "Task_CollectClasses", "000-1.2.4",
                        "Task_CheckDraft", "000-1.3.1")
                .get(element);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey(element)
                .processVariableValueEquals("roadmapItem", item)
                .singleResult()
                .getId();
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
