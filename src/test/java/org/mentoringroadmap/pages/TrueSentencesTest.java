package org.mentoringroadmap.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What a page says of an empty list or of a result is so. The sentences stand in {@code pages/sentences.csv}; one that a
 * template marks and the list does not have fails.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrueSentencesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern MARKED =
            Pattern.compile("<\\w+\\b[^>]*class=\"[^\"]*\\b(empty|alert-light|alert-success)\\b[^\"]*\"[^>]*>");

    /** Boxes that show whatever sentence a result brings; those stand in the bundles, one for each act. */
    private static final Set<String> BOXES = Set.of("platform/layout.html#1", "platform/login.html#1");

    /** What a school can have come to. */
    enum State {
        NONE,
        FRESH,
        STARTED,
        PEOPLE,
        OVER
    }

    /** @param states null where another test shows the sentence, whose class then is {@code path} */
    record Sentence(String element, Set<State> states, Role role, String path, String words) {
        static Sentence parse(String line) {
            String[] parts =
                    Arrays.stream(line.split(";", -1)).map(String::strip).toArray(String[]::new);
            if (parts[1].equals("-")) {
                return new Sentence(parts[0], null, null, parts[2], parts[3]);
            }
            Set<State> states = EnumSet.noneOf(State.class);
            Arrays.stream(parts[1].split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(State::valueOf)
                    .forEach(states::add);
            return new Sentence(
                    parts[0],
                    states,
                    Role.of(parts[2]).orElseThrow(),
                    parts[3],
                    Stream.of(parts).skip(4).collect(Collectors.joining("; ")));
        }

        @Override
        public String toString() {
            return "«" + words + "» on " + path;
        }
    }

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Clock clock;

    private final Map<State, TestSchool> school = new EnumMap<>(State.class);
    private final Map<State, Map<String, Object>> places = new EnumMap<>(State.class);
    private final Map<String, MockHttpSession> sessions = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();

    @BeforeAll
    void bringSchoolsSoFar() {
        for (State state : State.values()) {
            school.put(state, schools.create());
            places.put(state, new HashMap<>());
            if (state != State.NONE) {
                places.get(state).put("{id}", programme(state));
                places.get(state).put("{classId}", school.get(state).addClass("5А"));
            }
        }
        TestSchool people = school.get(State.PEOPLE);
        places.get(State.PEOPLE).put("{participantId}", enter(people, ParticipantRole.MENTEE, "Первый"));
        enter(people, ParticipantRole.MENTOR, "Второй");
        people.runJobs();
    }

    private Long programme(State state) {
        return switch (state) {
            case FRESH -> Long.valueOf(school.get(state).startUnconfirmed("target-model", "2026-2027"));
            case STARTED, PEOPLE -> Long.valueOf(school.get(state).start("target-model", "2026-2027"));
            default -> {
                Long id = programmes
                        .open(school.get(state).id(), new SchoolYear(2025), "target-model")
                        .id();
                programmes.complete(id);
                yield id;
            }
        };
    }

    private Long enter(TestSchool people, ParticipantRole role, String name) {
        return people.as(Role.CURATOR, () -> {
            Participant participant = registers.enter(
                    (Long) places.get(State.PEOPLE).get("{id}"),
                    role,
                    PersonDetails.named(name, "Пример", null, LocalDate.of(2012, 5, 4)),
                    ParticipantDetails.of(role, ParticipantCategory.PUPIL, (Long)
                            places.get(State.PEOPLE).get("{classId}")));
            consents.register(
                    participant.id(),
                    ConsentKind.PROCESSING,
                    LocalDate.now(clock),
                    Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            return participant.id();
        });
    }

    static List<Sentence> ofStates() throws IOException {
        return listed().stream().filter(sentence -> sentence.states() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("ofStates")
    void isSaidWhereItIsTrueAndNowhereElse(Sentence sentence) throws Exception {
        for (State state : State.values()) {
            String path = sentence.path();
            for (Map.Entry<String, Object> place : places.get(state).entrySet()) {
                path = path.replace(place.getKey(), place.getValue().toString());
            }
            if (path.contains("{")) {
                assertThat(sentence.states()).as("%s has no such page", state).doesNotContain(state);
                continue;
            }
            assertThat(page(state, sentence.role(), path).contains(sentence.words()))
                    .as("%s in the state %s", sentence, state)
                    .isEqualTo(sentence.states().contains(state));
        }
    }

    @Test
    void everyMarkedSentenceIsListed() throws IOException {
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                Matcher element = MARKED.matcher(Files.readString(file).replaceAll("(?s)<!--.*?-->", ""));
                for (int number = 1; element.find(); number++) {
                    marked.add(TEMPLATES.relativize(file).toString().replace('\\', '/') + "#" + number);
                }
            }
        }
        marked.removeAll(BOXES);

        Set<String> listed = new TreeSet<>();
        listed().forEach(sentence -> listed.add(sentence.element()));
        assertThat(listed)
                .as("a sentence about nothing or about a result stands in pages/sentences.csv with its state")
                .isEqualTo(marked);
    }

    @Test
    void whatOtherTestsShowIsShownThere() throws IOException {
        Map<String, String> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            sources = files.filter(path -> path.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""),
                            TrueSentencesTest::text,
                            (one, other) -> one + other));
        }
        assertThat(listed().stream().filter(sentence -> sentence.states() == null))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sources.getOrDefault(sentence.path(), ""))
                        .as(sentence.toString())
                        .contains(sentence.words()));
    }

    /** A sentence that nobody says any more is never missed by who looks that it is not there. */
    @Test
    void whatOtherTestsShowIsSaid() throws IOException {
        String bundles;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            bundles = files.map(TrueSentencesTest::text).collect(Collectors.joining());
        }
        assertThat(listed().stream().filter(sentence -> sentence.states() == null))
                .allSatisfy(sentence -> assertThat(text(Path.of(
                                        "src/main/resources/templates",
                                        sentence.element().split("#")[0]))
                                + bundles)
                        .as(sentence.toString())
                        .contains(sentence.words()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sentence> listed() throws IOException {
        return new ClassPathResource("pages/sentences.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Sentence::parse)
                .toList();
    }

    private String page(State state, Role role, String path) throws Exception {
        String login = school.get(state).login(role);
        String key = login + " " + path;
        if (!read.containsKey(key)) {
            var response =
                    mvc.perform(get(path).session(session(login))).andReturn().getResponse();
            String place = response.getRedirectedUrl();
            if (place != null) {
                response = mvc.perform(get(place).session(session(login)))
                        .andReturn()
                        .getResponse();
            }
            read.put(
                    key,
                    response.getStatus() == 200
                            ? response.getContentAsString(StandardCharsets.UTF_8)
                                    .replaceAll("\\s+", " ")
                            : "");
        }
        return read.get(key);
    }

    private MockHttpSession session(String login) throws Exception {
        if (!sessions.containsKey(login)) {
            sessions.put(
                    login, (MockHttpSession) mvc.perform(formLogin().user(login).password(TestSchool.PASSWORD))
                            .andReturn()
                            .getRequest()
                            .getSession());
        }
        return sessions.get(login);
    }
}
