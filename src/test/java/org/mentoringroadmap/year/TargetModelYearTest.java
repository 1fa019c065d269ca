package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole year of the target model, from May to the June after it, as a stranger drives it over HTTP: the engine's REST
 * with the accounts of the roles, and our pages where a task has a page. It is lived once; each test looks at another side
 * of what it has left.
 */
@RunningApplicationTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetModelYearTest {
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 5, 12, 9, 0);

    /** What stands in the Word file of each kind of document that the year makes; the school stands in all. */
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order-implementation", List.of("О внедрении целевой модели", "2025–2026")),
            Map.entry("order-curator", List.of("О назначении куратора")),
            Map.entry("regulation", List.of("Положение")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "Организация комплекса последовательных встреч",
                            "Публикация результатов и лучших наставников")),
            Map.entry("protocol", List.of("Протокол")),
            Map.entry("programme-card", List.of("Карточка программы")),
            Map.entry("consent-adult", List.of("персональных данных")),
            Map.entry("consent-publication", List.of("персональных данных")),
            Map.entry("consent-help", List.of("психолого-педагогическую помощь")),
            Map.entry("consent-representative", List.of("законного представителя")),
            Map.entry("training-programme", List.of("обучения наставников")),
            Map.entry("certificate", List.of("Сертификат")),
            Map.entry("order-pairs", List.of("П-001", "Г-001")),
            Map.entry("individual-plan", List.of("П-001")),
            Map.entry("trajectory", List.of("П-001")),
            Map.entry("report-interim", List.of("промежуточных результатах")),
            Map.entry("report-satisfaction", List.of("удовлетворённост")),
            Map.entry("report-quality", List.of("качеств")),
            Map.entry("report-impact", List.of("влияни")),
            Map.entry("jury-protocol", List.of("жюри")),
            Map.entry("order-reward", List.of("О поощрении")),
            Map.entry("letter-gratitude", List.of("Благодарственное письмо")),
            Map.entry("order-final-event", List.of("итогового мероприятия")));

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

    @BeforeAll
    void theYearPasses(CapturedOutput log) {
        this.log = log;
        TestClock.moveTo(FIRST_DAY);
        school = schools.create(
                Arrays.stream(Role.values()).filter(role -> role != Role.MENTOR).toArray(Role[]::new));
        school.employ("Образцов Образец О", Set.of(Role.MENTOR));
        school.addClass("5А");
        school.addClass("7Б");
        programme = start(school);
        new MarkedPeople(callers, jdbc, school, programme, FIRST_DAY.toLocalDate()).enter();
        year = new SchoolYearOfTasks(callers, school, programme, FIRST_DAY);
        year.live();
    }

    @Test
    void fromTheFirstOrderToTheLastPublication() throws IOException {
        assertThat(programme.incidents()).isZero();
        assertThat(year.mostOfCurator()).isBetween(1L, 15L);
        assertThat(year.now()).isBetween(LocalDateTime.of(2026, 5, 25, 0, 0), LocalDateTime.of(2026, 6, 15, 18, 0));
        assertThat(ExecutedItems.ofSchool(callers.administrator(), school.id()))
                .containsExactlyInAnyOrderElementsOf(catalogue());
        assertThat(outcomes(school, programme)).containsOnlyKeys(catalogue());
        assertThat(outcomes(school, programme).values()).isSubsetOf("done", "not-held");
        assertThat(callers.basic(school, Role.CURATOR)
                        .get("/api/programmes")
                        .json()
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
        documents(school, programme);
    }

    /** What was entered of people stands in our tables, and neither in a table of the engine nor in the log. */
    @Test
    void peopleLeaveNoTraceInTheEngineOrTheLog() {
        assertThat(EngineTraces.of(
                        jdbc, table -> !table.startsWith("ACT_ID_"), text -> text.contains(MarkedPeople.MARK)))
                .isEmpty();
        assertThat(log).doesNotContain(MarkedPeople.MARK);
        for (String kept : MarkedPeople.KEPT) {
            String[] place = kept.split("\\.");
            assertThat(jdbc.queryForList(
                            "select " + place[1] + " from " + place[0] + " where " + place[1] + " like '%"
                                    + MarkedPeople.MARK + "%'",
                            String.class))
                    .as("%s has it", kept)
                    .isNotEmpty();
        }
    }

    private RunningProgramme start(TestSchool school) {
        Caller.Answer started = callers.basic(school, Role.CURATOR)
                .post(
                        "/engine-rest/process-definition/key/target-model/submit-form",
                        "{\"variables\":{\"schoolYear\":{\"value\":\"2025-2026\"}}}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return RunningProgramme.of(
                callers, school, started.json().path("businessKey").asText());
    }

    /** The 56 ids of the schools' catalogue. */
    private List<String> catalogue() throws IOException {
        try (var stream = getClass().getResourceAsStream("/mission/catalogue.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("000-"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }

    private Map<String, String> outcomes(TestSchool school, RunningProgramme programme) {
        Map<String, String> outcomes = new HashMap<>();
        callers.basic(school, Role.CURATOR)
                .get("/api/programmes/" + programme.id() + "/activities")
                .json()
                .forEach(activity -> outcomes.put(
                        activity.path("roadmapItem").asText(),
                        activity.path("outcome").asText()));
        return outcomes;
    }

    private void documents(TestSchool school, RunningProgramme programme) throws IOException {
        Caller secretary = callers.basic(school, Role.SECRETARY);
        List<JsonNode> made = StreamSupport.stream(
                        secretary
                                .get("/api/programmes/" + programme.id() + "/documents")
                                .json()
                                .spliterator(),
                        false)
                .toList();
        assertThat(made.stream().map(document -> document.path("type").asText()).collect(Collectors.toSet()))
                .containsAll(CONTENTS.keySet());
        assertThat(made)
                .filteredOn(document -> document.path("type").asText().equals("report-interim"))
                .extracting(document -> document.path("title").asText())
                .hasSize(2)
                .anyMatch(title -> title.contains("декабрь 2025"))
                .anyMatch(title -> title.contains("май 2026"));
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode document : made) {
            String type = document.path("type").asText();
            softly.assertThat(text(secretary.download(
                            "/api/documents/" + document.path("id").asText() + "/file")))
                    .as("%s %s", type, document)
                    .contains(CONTENTS.getOrDefault(type, List.of("Школа примеров")))
                    .doesNotContain("{{");
            if (!document.path("register").isNull()
                    && !document.path("register").isMissingNode()) {
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

    private static String text(byte[] word) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            return extractor.getText();
        }
    }
}
