package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of stage 1 in the schools' catalogue is an activity of the deployed roadmap. */
@ApplicationTest
class CatalogueTest {
    private static final String SHA_256 = "a13421df3dd2c4a1bcc8e08530ab7f8f72afa73be2c23479ab2466227b9d1c75";
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");
    private static final SchoolYear YEAR = new SchoolYear(2025);

    /** Which roles of the school stand behind the two that the paper names. */
    private static final Map<String, Set<String>> PAPER_ROLES = Map.of(
            "administration", Set.of("director", "deputy", "curator", "secretary"),
            "teaching_staff", Set.of("class-teacher", "teacher", "mentor", "psychologist", "social-worker"));

    /** Where the model asks somebody whom the paper does not name, and why. */
    private static final Map<String, String> OTHER_ROLES = Map.of(
            "000-1.2.5", "site-editor: the catalogue itself notes that the editor of the site is implied, not named");

    @Autowired
    private Roadmaps roadmaps;

    private record Row(String item, String start, String end, Set<String> responsible) {
        @Override
        public String toString() {
            return item;
        }
    }

    @Test
    void theCatalogueIsTheOneWeWereGiven() throws Exception {
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(catalogue())))
                .isEqualTo(SHA_256);
    }

    @Test
    void stageOneHasExactlyItsRows() {
        assertThat(activities().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        stageOne().stream().map(Row::item).toList())
                .hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("stageOne")
    void carriesTheTermOfItsRow(Row row) {
        RoadmapActivity activity = activities().get(row.item());

        assertThat(activity.start().startIn(YEAR)).isEqualTo(day(row.start(), "T08:00"));
        assertThat(activity.due().dueIn(YEAR)).isEqualTo(day(row.end(), "T18:00"));
        assertThat(activity.documentation()).isNotBlank();
        assertThat(activity.result()).isNotBlank();
        assertThat(activity.blockTitle()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("stageOne")
    void asksWhomTheRowNames(Row row) {
        Set<String> named = row.responsible().stream()
                .flatMap(role -> PAPER_ROLES.get(role).stream())
                .collect(Collectors.toSet());
        Set<String> others = activities().get(row.item()).responsible().stream()
                .filter(role -> !named.contains(role))
                .collect(Collectors.toSet());

        assertThat(others)
                .allSatisfy(role ->
                        assertThat(OTHER_ROLES.getOrDefault(row.item(), "")).startsWith(role + ":"));
        if (others.isEmpty()) {
            assertThat(OTHER_ROLES).doesNotContainKey(row.item());
        }
    }

    @Test
    void theOtherStagesAreTheirRowsInOne() {
        assertThat(roadmaps.get("target-model").stages()).hasSize(7);
        for (int stage = 2; stage <= 7; stage++) {
            String item = "000-" + stage;
            List<Row> rows = rows().stream()
                    .filter(row ->
                            row.item().startsWith(item + ".") && !row.start().isEmpty())
                    .toList();
            RoadmapActivity placeholder = roadmaps.get("target-model")
                    .activities()
                    .filter(activity -> activity.item().equals(item))
                    .findFirst()
                    .orElseThrow();

            assertThat(placeholder.start().startIn(YEAR))
                    .as(item)
                    .isEqualTo(rows.stream()
                            .map(row -> day(row.start(), "T08:00"))
                            .min(LocalDateTime::compareTo)
                            .orElseThrow());
            assertThat(placeholder.due().dueIn(YEAR))
                    .as(item)
                    .isEqualTo(rows.stream()
                            .map(row -> day(row.end(), "T18:00"))
                            .max(LocalDateTime::compareTo)
                            .orElseThrow());
        }
    }

    static List<Row> stageOne() {
        return rows().stream().filter(row -> row.item().startsWith("000-1.")).toList();
    }

    private static List<Row> rows() {
        return new String(catalogue(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("000-"))
                .map(line ->
                        CELL.matcher(line).results().map(CatalogueTest::cell).toList())
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(6),
                        cells.get(7),
                        Set.of(cells.get(8).split(";"))))
                .toList();
    }

    private static String cell(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }

    private static byte[] catalogue() {
        try (InputStream stream = CatalogueTest.class.getResourceAsStream("/mission/catalogue.csv")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, RoadmapActivity> activities() {
        Map<String, RoadmapActivity> activities = new LinkedHashMap<>();
        roadmaps.get("target-model").stages().get(0).activities().forEach(activity -> {
            if (activities.put(activity.item(), activity) != null) {
                throw new AssertionError("Twice: " + activity.item());
            }
        });
        return activities;
    }

    /** F stands for the first calendar year of the school year, S for the second. */
    private static LocalDateTime day(String term, String time) {
        int year = term.startsWith("F") ? YEAR.firstYear() : YEAR.secondYear();
        return LocalDateTime.parse(year + term.substring(1) + time);
    }
}
