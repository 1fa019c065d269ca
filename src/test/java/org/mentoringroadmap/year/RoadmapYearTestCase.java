package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.EngineTraces;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.SchoolCatalogue;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole year of a shipped roadmap as a stranger drives it over HTTP: the engine's REST with the accounts of the roles,
 * and our pages where a task has a page. It is lived once; each test looks at another side of what it has left.
 */
@RunningApplicationTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoadmapYearTestCase {
    private static final String SCHOOL_YEAR = "2025-2026";

    private final String roadmap;
    private final String seed;
    private final MarkedPeople.Of people;
    private final LocalDateTime firstDay;
    private final Map<String, List<String>> contents;

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private JdbcTemplate jdbc;

    private TestSchool school;
    private RunningProgramme programme;
    private SchoolYearOfTasks year;
    private CapturedOutput log;

    /**
     * @param roadmap its master
     * @param seed the paper whose rows it has
     * @param firstDay of the school year 2025-2026 on which the curator starts it; no term has passed then
     * @param contents what stands in the Word file of each kind of document that the year makes; the school stands in all
     */
    RoadmapYearTestCase(
            String roadmap,
            String seed,
            MarkedPeople.Of people,
            LocalDateTime firstDay,
            Map<String, List<String>> contents) {
        this.roadmap = roadmap;
        this.seed = seed;
        this.people = people;
        this.firstDay = firstDay;
        this.contents = contents;
    }

    /** How many open tasks of this roadmap a curator can still look over at once. */
    int curatorAtMost() {
        return 15;
    }

    @BeforeAll
    void theYearPasses(CapturedOutput log) {
        this.log = log;
        TestClock.moveTo(firstDay);
        school = schools.create(
                Arrays.stream(Role.values()).filter(role -> role != Role.MENTOR).toArray(Role[]::new));
        school.employ("Образцов Образец О", Set.of(Role.MENTOR));
        List.of("5А", "7Б", "10А").forEach(school::addClass);
        programme = start();
        new MarkedPeople(callers, jdbc, school, programme, firstDay.toLocalDate(), people).enter();
        year = new SchoolYearOfTasks(callers, school, programme, firstDay, curatorAtMost());
        year.live();
    }

    @Test
    void everyRowOfThePaperIsExecutedAndHasItsOutcome() {
        assertThat(programme.incidents()).isZero();
        assertThat(year.mostOfCurator() > 0).as("the curator is asked").isEqualTo(curatorAtMost() > 0);
        Set<String> whole = Set.copyOf(SchoolCatalogue.whole(seed));
        assertThat(ExecutedItems.ofSchool(callers.administrator(), school.id()))
                .filteredOn(number -> !whole.contains(number))
                .containsExactlyInAnyOrderElementsOf(SchoolCatalogue.numbers(seed));
        assertThat(outcomes().keySet())
                .filteredOn(number -> !whole.contains(number))
                .containsExactlyInAnyOrderElementsOf(SchoolCatalogue.numbers(seed));
        assertThat(outcomes().values()).isSubsetOf("done", "not-held");
        assertThat(state()).isEqualTo("COMPLETED");
    }

    /** No paper of the year has an empty place, an order without a number or a text of another kind. */
    @Test
    void everyDocumentIsWhole() throws IOException {
        Caller secretary = callers.basic(school, Role.SECRETARY);
        assertThat(documents().stream()
                        .map(document -> document.path("type").asText())
                        .collect(Collectors.toSet()))
                .containsAll(contents.keySet());
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode document : documents()) {
            String type = document.path("type").asText();
            softly.assertThat(text(secretary.download(
                            "/api/documents/" + document.path("id").asText() + "/file")))
                    .as("%s %s", type, document)
                    .contains(contents.getOrDefault(type, List.of("Школа примеров")))
                    .doesNotContain("{{");
            if (document.path("register").isTextual()) {
                softly.assertThat(document.path("status").asText())
                        .as("%s", document)
                        .isEqualTo("APPROVED");
                softly.assertThat(document.path("number").asText())
                        .as("%s", document)
                        .isNotBlank();
            }
        }
        softly.assertAll();
    }

    /** What was entered of people stands in our tables, and neither in a table of the engine nor in the log. */
    @Test
    void peopleLeaveNoTraceInTheEngineOrTheLog() {
        assertThat(EngineTraces.of(
                        jdbc, table -> !table.startsWith("ACT_ID_"), text -> text.contains(MarkedPeople.MARK)))
                .isEmpty();
        assertThat(log).doesNotContain(MarkedPeople.MARK);
        for (String kept : MarkedPeople.kept(people)) {
            String[] place = kept.split("\\.");
            assertThat(jdbc.queryForList(
                            "select " + place[1] + " from " + place[0] + " where " + place[1] + " like '%"
                                    + MarkedPeople.MARK + "%'",
                            String.class))
                    .as("%s has it", kept)
                    .isNotEmpty();
        }
    }

    /** When the last task was done. */
    LocalDateTime lastDay() {
        return year.now();
    }

    /** All documents of the programme as the interface lists them. */
    List<JsonNode> documents() {
        return StreamSupport.stream(
                        callers.basic(school, Role.SECRETARY)
                                .get("/api/programmes/" + programme.id() + "/documents")
                                .json()
                                .spliterator(),
                        false)
                .toList();
    }

    /** Outcome of each row by its printed number. */
    Map<String, String> outcomes() {
        Map<String, String> outcomes = new HashMap<>();
        callers.basic(school, Role.CURATOR)
                .get("/api/programmes/" + programme.id() + "/activities")
                .json()
                .forEach(activity -> outcomes.put(
                        activity.path("number").asText(),
                        activity.path("outcome").asText()));
        return outcomes;
    }

    private String state() {
        return callers.basic(school, Role.CURATOR)
                .get("/api/programmes")
                .json()
                .path(0)
                .path("state")
                .asText();
    }

    private RunningProgramme start() {
        Caller.Answer started = callers.basic(school, Role.CURATOR)
                .post(
                        "/engine-rest/process-definition/key/" + roadmap + "/submit-form",
                        "{\"variables\":{\"schoolYear\":{\"value\":\"" + SCHOOL_YEAR + "\"}}}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return RunningProgramme.of(
                callers, school, started.json().path("businessKey").asText());
    }

    /** What it says, «№ 5» with an ordinary space. */
    private static String text(byte[] word) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            return extractor.getText().replace('\u00a0', ' ');
        }
    }
}
