package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every role on every page with people: what of whom it reads there, against {@code security/people.csv}. What is not
 * listed must be read by nobody.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleMatrixTest {
    /** Of the pupil in the class teacher's class, of a pupil in another class, of a mentor. */
    private static final List<String> PEOPLE = List.of("own", "other", "mentor");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Programmes programmes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Registers registers;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private Consents consents;

    @Autowired
    private MatchingRuns runs;

    @Autowired
    private PsychologistJournal journal;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);
    private MockHttpSession stranger;

    @BeforeAll
    void people() throws Exception {
        school = schools.create();
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        Long own = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
        Long other = classes.add(school.id(), "6Б", null).id();
        ids.put("ownClass", own);
        ids.put("otherClass", other);
        enter("own", ParticipantRole.MENTEE, own);
        enter("other", ParticipantRole.MENTEE, other);
        enter("mentor", ParticipantRole.MENTOR, null);
        ids.put(
                "run",
                school.as(
                        Role.CURATOR,
                        () -> runs.propose(programme, RunRequest.EVERYBODY).id()));
        askBy("programme-quality");
        for (Role role : Role.values()) {
            boolean administrator = role == Role.ADMINISTRATOR;
            sessions.put(
                    role,
                    session(
                            administrator ? "administrator" : school.login(role),
                            administrator ? "administrator-of-tests" : TestSchool.PASSWORD));
        }
        TestSchool elsewhere = schools.create(Role.CURATOR);
        stranger = session(elsewhere.login(Role.CURATOR), TestSchool.PASSWORD);
    }

    /** Everybody is asked; the own pupil has answered in words that tell of the difficulties. */
    private void askBy(String questionnaire) {
        Map<String, Long> invitations = school.as(
                Role.CURATOR,
                () -> campaigns
                        .invite(
                                programme,
                                questionnaire,
                                PEOPLE.stream().map(ids::get).toList(),
                                null)
                        .stream()
                        .collect(Collectors.toMap(
                                link -> PEOPLE.stream()
                                        .filter(who -> ids.get(who).equals(link.participantId()))
                                        .findFirst()
                                        .orElseThrow(),
                                Campaigns.FreshLink::invitationId)));
        ids.put("invitation", invitations.get("own"));
        ids.put(
                "campaign",
                school.as(
                        Role.CURATOR,
                        () -> campaigns.list(programme).get(0).campaign().id()));
        school.as(
                Role.CURATOR,
                () -> answers.enter(
                        programme,
                        ids.get("invitation"),
                        0,
                        Channel.PAPER,
                        Map.of(
                                "view", List.of("mentee"),
                                "organised", List.of("4"),
                                "strong", List.of(mark("own", "difficulties")))));
    }

    private void enter(String who, ParticipantRole role, Long classId) {
        PersonDetails person = new PersonDetails(
                mark(who, "name"),
                "Пример",
                null,
                LocalDate.of(2014, 3, 2),
                mark(who, "phone"),
                null,
                null,
                null,
                null,
                "Представитель",
                null,
                mark(who, "representative"));
        boolean mentee = role == ParticipantRole.MENTEE;
        ParticipantDetails details = ParticipantDetails.of(
                        ParticipantRole.MENTEE,
                        mentee ? ParticipantCategory.PUPIL : ParticipantCategory.TEACHER,
                        classId)
                .copy()
                .capacity(2)
                .difficulties(mark(who, "difficulties"))
                .needs(who.equals("own") ? Set.of(Need.BEHAVIOUR, Need.HARD_LIFE_SITUATION) : Set.of(Need.BEHAVIOUR))
                .done();
        ids.put(
                who,
                school.as(
                        Role.CURATOR,
                        () -> registers
                                .enter(programme, role, person, details.asAConsentNeeds(role))
                                .id()));
        for (ConsentKind kind : Set.of(ConsentKind.PROCESSING, ConsentKind.PSYCHOLOGICAL_HELP)) {
            school.as(
                    Role.CURATOR,
                    () -> consents.register(
                            ids.get(who), kind, LocalDate.now(clock), Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        }
        school.as(Role.CURATOR, () -> Cards.fill(registers, ids.get(who), details));
        school.as(Role.PSYCHOLOGIST, () -> {
            PsychologistJournal.Entry entry =
                    new PsychologistJournal.Entry(LocalDate.now(clock), mark(who, "talk"), null);
            journal.write(ids.get(who), entry);
            return null;
        });
    }

    /** A word that stands nowhere else. */
    private static String mark(String who, String what) {
        return "Знак-" + what + "-" + who;
    }

    @Test
    void everyRoleReadsWhatIsListedAndNothingElse() throws Exception {
        Map<String, Set<String>> read = new TreeMap<>();
        for (String page : pages()) {
            for (Map.Entry<Role, MockHttpSession> visitor : sessions.entrySet()) {
                String text = text(page, visitor.getValue());
                for (String who : PEOPLE) {
                    for (String what : List.of("name", "phone", "representative", "difficulties", "talk")) {
                        if (text.contains(mark(who, what))) {
                            read.computeIfAbsent(page + "; " + what + " of " + who, none -> new TreeSet<>())
                                    .add(visitor.getKey().id());
                        }
                    }
                }
                if (text.contains("Проблемы с поведением")) {
                    read.computeIfAbsent(page + "; category", none -> new TreeSet<>())
                            .add(visitor.getKey().id());
                }
                if (text.contains("Трудная жизненная ситуация")) {
                    read.computeIfAbsent(page + "; hardship", none -> new TreeSet<>())
                            .add(visitor.getKey().id());
                }
            }
        }
        assertThat(lines(read)).isEqualTo(lines(expected()));
    }

    /** Whatever page it is: who reads somebody's name there leaves a trace. */
    @Test
    void whoeverReadsOfSomebodyIsRecorded() throws Exception {
        for (String page : pages()) {
            for (Map.Entry<Role, MockHttpSession> visitor : sessions.entrySet()) {
                long before = jdbc.sql("select max(id) from audit_record")
                        .query(Long.class)
                        .single();
                String text = text(page, visitor.getValue());
                List<String> acts = jdbc.sql("select act from audit_record where id > ? and account = ?")
                        .params(before, school.login(visitor.getKey()))
                        .query(String.class)
                        .list();
                if (text.contains("Знак-")) {
                    assertThat(acts).as(page + " by " + visitor.getKey()).hasSize(1);
                }
            }
        }
    }

    @Test
    void anotherSchoolReadsNothing() throws Exception {
        for (String page : pages()) {
            assertThat(text(page, stranger)).as(page).doesNotContain("Знак-");
        }
    }

    private static List<String> pages() throws IOException {
        return rows().map(cells -> cells[0]).distinct().toList();
    }

    private static Map<String, Set<String>> expected() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        rows().filter(cells -> !cells[1].equals("nothing"))
                .forEach(cells -> expected.put(
                        cells[0] + "; " + cells[1],
                        Arrays.stream(cells[2].split("\\s*,\\s*")).collect(Collectors.toCollection(TreeSet::new))));
        return expected;
    }

    private static Stream<String[]> rows() throws IOException {
        return new ClassPathResource("security/people.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s*;\\s*"));
    }

    private static String lines(Map<String, Set<String>> read) {
        return read.entrySet().stream()
                .map(line -> line.getKey() + "; " + String.join(", ", line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String text(String page, MockHttpSession session) throws Exception {
        String path = page.replace("{programme}", programme.toString());
        for (Map.Entry<String, Long> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue().toString());
        }
        MockHttpServletResponse answer =
                mvc.perform(get(URI.create(path)).session(session)).andReturn().getResponse();
        return page.endsWith(".zip") && answer.getStatus() == 200
                ? unzipped(answer.getContentAsByteArray())
                : answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (entries.getNextEntry() != null) {
                text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private MockHttpSession session(String login, String password) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(login).password(password))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
