package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
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
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every row of the schools' catalogue is an activity of the deployed roadmap, with its term and its roles. Where the
 * model differs, {@code deviations.csv} says in what and why; an unexplained difference fails, and so does an explanation
 * of a difference that is not there.
 */
@ApplicationTest
class CatalogueTest {
    private static final String SHA_256 = "a13421df3dd2c4a1bcc8e08530ab7f8f72afa73be2c23479ab2466227b9d1c75";
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    /** Which roles of the school stand behind the two that the paper names; an empty cell names nobody. */
    private static final Map<String, Set<String>> PAPER_ROLES = Map.of(
            "administration", Set.of("director", "deputy", "curator", "secretary"),
            "teaching_staff", Set.of("class-teacher", "teacher", "mentor", "psychologist", "social-worker"));

    @Autowired
    private Roadmaps roadmaps;

    private record Row(String item, String start, String due, List<String> responsible) {
        @Override
        public String toString() {
            return item;
        }
    }

    private record Deviation(String item, String field, String catalogue, String model) {}

    @Test
    void theCatalogueIsTheOneWeWereGiven() throws Exception {
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(resource("catalogue.csv"))))
                .isEqualTo(SHA_256);
    }

    @Test
    void theRoadmapHasExactlyItsRows() {
        assertThat(activities().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(Row::item).toList())
                .hasSize(56);
    }

    @Test
    void everyDeviationHasAReasonAndStandsOnce() {
        assertThat(deviationLines()).allSatisfy(cells -> {
            assertThat(cells).hasSize(5);
            assertThat(cells.get(4)).hasSizeGreaterThan(20);
        });
        assertThat(deviations()).doesNotHaveDuplicates();
        assertThat(rows())
                .extracting(Row::item)
                .containsAll(deviations().stream().map(Deviation::item).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void differsFromItsRowOnlyAsExplained(Row row) {
        assertThat(differences(row, activities().get(row.item())))
                .containsExactlyInAnyOrderElementsOf(deviations().stream()
                        .filter(deviation -> deviation.item().equals(row.item()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsThePersonWhatToDo(Row row) {
        RoadmapActivity activity = activities().get(row.item());

        assertThat(activity.documentation()).contains("Результат — ").hasSizeBetween(150, 1_500);
        assertThat(activity.result()).isNotBlank();
        assertThat(activity.blockTitle()).isNotBlank();
        assertThat(activity.title()).hasSizeLessThanOrEqualTo(70);
    }

    private static List<Deviation> differences(Row row, RoadmapActivity activity) {
        List<Deviation> found = new ArrayList<>();
        add(found, row.item(), "start", row.start(), text(activity.start()));
        add(found, row.item(), "due", row.due(), text(activity.due()));
        Set<String> named = row.responsible().stream()
                .flatMap(role -> PAPER_ROLES.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toSet());
        if (!named.containsAll(activity.responsible())) {
            add(
                    found,
                    row.item(),
                    "responsible",
                    String.join(",", row.responsible()),
                    String.join(",", activity.responsible()));
        }
        return found;
    }

    private static void add(List<Deviation> found, String item, String field, String catalogue, String model) {
        if (!catalogue.equals(model)) {
            found.add(new Deviation(item, field, catalogue, model));
        }
    }

    /** F stands for the first calendar year of the school year, S for the second. */
    private static String text(Term term) {
        return term.text().replace("${firstYear}", "F").replace("${secondYear}", "S");
    }

    static List<Row> rows() {
        return lines("catalogue.csv").stream()
                .filter(line -> line.startsWith("000-"))
                .map(line ->
                        CELL.matcher(line).results().map(CatalogueTest::cell).toList())
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(6),
                        cells.get(7),
                        List.of(cells.get(8).split(";"))))
                .toList();
    }

    private static List<Deviation> deviations() {
        return deviationLines().stream()
                .map(cells -> new Deviation(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    private static List<List<String>> deviationLines() {
        return lines("deviations.csv").stream()
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }

    private static String cell(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }

    private static List<String> lines(String name) {
        return new String(resource(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = CatalogueTest.class.getResourceAsStream("/mission/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, RoadmapActivity> activities() {
        Map<String, RoadmapActivity> activities = new LinkedHashMap<>();
        roadmaps.newestRoadmap("target-model").activities().forEach(activity -> {
            if (activities.put(activity.item(), activity) != null) {
                throw new AssertionError("Twice: " + activity.item());
            }
        });
        return activities;
    }
}
