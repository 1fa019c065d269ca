package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.SchoolCatalogue;
import org.mentoringroadmap.support.SchoolCatalogue.Row;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every row of the schools' catalogue is a row of its deployed roadmap, with its term and its roles. Where the model
 * differs, a file of {@code deviations/} says in what and why; an unexplained difference fails, and so does an explanation
 * of a difference that is not there.
 */
@ApplicationTest
class CatalogueTest {
    private static final String SHA_256 = "a13421df3dd2c4a1bcc8e08530ab7f8f72afa73be2c23479ab2466227b9d1c75";
    private static final SchoolYear ANY_YEAR = new SchoolYear(2025);

    /** Which roadmap has the rows of which paper. */
    private static final Map<String, String> ROADMAPS = Map.of(
            "000", "target-model",
            "001", "pupil-to-pupil",
            "002", "target-model-rollout",
            "003", "teacher-mentoring",
            "004", "young-teachers");

    /** Whose cell of the result is empty on paper (defect 6 of that paper). */
    private static final Set<String> WITHOUT_RESULT = Set.of("002-3.4");

    /** Stamps in the head of a paper, which have a day and no term. */
    private static final Set<String> STAMPS = Set.of("003-0.1", "003-0.2");

    /** The years of papers that write exact days. */
    private static final Map<String, SchoolYear> PAPER_YEARS = Map.of("002", new SchoolYear(2020));

    /** Which roles of the school stand behind those that papers name otherwise; whoever is not here is a role. */
    private static final Map<String, Set<String>> PAPER_ROLES = Map.of(
            "administration", Set.of("director", "deputy", "curator", "secretary"),
            "teaching_staff", Set.of("class-teacher", "teacher", "mentor", "psychologist", "social-worker"),
            "deputy_director", Set.of("deputy"),
            "class_teacher", Set.of("class-teacher"),
            "social_worker", Set.of("social-worker"),
            "site_editor", Set.of("site-editor"),
            "form_lead", Set.of("form-lead"));

    /** What each roadmap's rows show, read once for all its tests. */
    private static final Map<String, Map<String, RoadmapActivity>> ACTIVITIES = new ConcurrentHashMap<>();

    @Autowired
    private Roadmaps roadmaps;

    private record Deviation(String id, String field, String catalogue, String model) {}

    @Test
    void theCatalogueIsTheOneWeWereGiven() throws Exception {
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SchoolCatalogue.file())))
                .isEqualTo(SHA_256);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRoadmapHasExactlyTheRowsOfItsPaper(String seed) {
        Set<String> numbers = new HashSet<>(activities(seed).keySet());
        numbers.removeAll(SchoolCatalogue.whole(seed));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(SchoolCatalogue.numbers(seed))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDeviationHasAReasonAndStandsOnce(String seed) {
        assertThat(deviationLines(seed)).allSatisfy(cells -> {
            assertThat(cells).hasSize(5);
            assertThat(cells.get(4)).hasSizeGreaterThan(20);
        });
        assertThat(deviations(seed)).doesNotHaveDuplicates();
        assertThat(deviations(seed).stream().map(Deviation::id))
                .isSubsetOf(SchoolCatalogue.rows(seed).stream().map(Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void differsFromItsRowOnlyAsExplained(Row row) {
        assertThat(differences(row, activities(row.seed()).get(row.number())))
                .containsExactlyInAnyOrderElementsOf(deviations(row.seed()).stream()
                        .filter(deviation -> deviation.id().equals(row.id()))
                        .toList());
    }

    /** Whatever days the school works by, its document says what the paper says; where the paper is silent, it may say more. */
    @ParameterizedTest
    @MethodSource("rows")
    void printsTheTermOfItsPaper(Row row) {
        RoadmapActivity activity = activities(row.seed()).get(row.number());

        if (!row.term().isEmpty() && activity.isPrinted() && !STAMPS.contains(row.id())) {
            assertThat(plain(activity.printedTerm(PAPER_YEARS.getOrDefault(row.seed(), ANY_YEAR))))
                    .isEqualTo(plain(row.term()));
        }
    }

    /** Papers write dashes, commas and «г.» as they like, and a year also where words are enough for us. */
    private static String plain(String term) {
        return String.valueOf(term)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*[-–—]\\s*", "-")
                .replaceAll("(?<=\\d)\\s*г\\b\\.?", "")
                .replaceAll("(?<=\\p{L}) 20\\d\\d|20\\d\\d-20\\d\\d (?=учебный год)", "")
                .replaceAll("[\\s,.]+", " ")
                .strip();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsThePersonWhatToDo(Row row) {
        RoadmapActivity activity = activities(row.seed()).get(row.number());

        assertThat(activity.documentation()).contains("Результат — ").hasSizeBetween(150, 1_500);
        assertThat(activity.result().isBlank()).isEqualTo(WITHOUT_RESULT.contains(row.id()));
        if (roadmaps.newestRoadmap(ROADMAPS.get(row.seed())).paper().columns().isEmpty()) {
            assertThat(activity.blockTitle()).as("column of the blocks").isNotBlank();
        }
        assertThat(activity.title()).hasSizeLessThanOrEqualTo(100);
    }

    /**
     * What the model says otherwise than its row. Where a further number of an activity is in a part of the paper that names
     * neither terms nor people, it says nothing that could differ: the row that it repeats says both.
     */
    private static List<Deviation> differences(Row row, RoadmapActivity activity) {
        List<Deviation> found = new ArrayList<>();
        if (!row.start().isEmpty() || !row.due().isEmpty()) {
            add(found, row, "start", row.start(), start(activity));
            add(found, row, "due", row.due(), due(activity));
        } else if (!row.term().isEmpty()) {
            add(found, row, "term", row.term(), text(activity.due()));
        } else if (activity.first()) {
            add(found, row, "start", "", start(activity));
            add(found, row, "due", "", due(activity));
        }
        String responsible = String.join(",", activity.responsible());
        if (!row.responsible().isEmpty()) {
            Set<String> named = row.responsible().stream()
                    .flatMap(role -> PAPER_ROLES.getOrDefault(role, Set.of(role)).stream())
                    .collect(Collectors.toSet());
            if (!named.containsAll(activity.responsible())) {
                add(found, row, "responsible", String.join(",", row.responsible()), responsible);
            }
        } else if (activity.first() && !"".equals(activity.printedResponsible())) {
            add(found, row, "responsible", "", responsible);
        }
        return found;
    }

    private static void add(List<Deviation> found, Row row, String field, String catalogue, String model) {
        if (!catalogue.equalsIgnoreCase(model)) {
            found.add(new Deviation(row.id(), field, catalogue, model));
        }
    }

    private static String start(RoadmapActivity activity) {
        if (activity.start() != null) {
            return day(activity.start().startIn(ANY_YEAR));
        }
        return activity.due() != null && activity.due().hasStart()
                ? day(activity.due().startIn(ANY_YEAR))
                : "";
    }

    private static String due(RoadmapActivity activity) {
        return activity.due() == null ? "" : day(activity.due().dueIn(ANY_YEAR));
    }

    /** As the catalogue writes days: F stands for the first calendar year of the school year, S for the second. */
    private static String day(LocalDateTime moment) {
        return (moment.getYear() == ANY_YEAR.firstYear() ? "F" : "S")
                + moment.toLocalDate().toString().substring(4);
    }

    private static String text(Term term) {
        return term == null ? "" : term.text();
    }

    static Stream<String> seeds() {
        return ROADMAPS.keySet().stream().sorted();
    }

    static Stream<Row> rows() {
        return seeds().flatMap(seed -> SchoolCatalogue.rows(seed).stream());
    }

    private static List<Deviation> deviations(String seed) {
        return deviationLines(seed).stream()
                .map(cells -> new Deviation(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    private static List<List<String>> deviationLines(String seed) {
        try (InputStream stream =
                CatalogueTest.class.getResourceAsStream("/mission/deviations/" + ROADMAPS.get(seed) + ".csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(";", 5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each row of the roadmap's paper shows, by its number. */
    private Map<String, RoadmapActivity> activities(String seed) {
        return ACTIVITIES.computeIfAbsent(seed, this::read);
    }

    private Map<String, RoadmapActivity> read(String seed) {
        Map<String, RoadmapActivity> activities = new LinkedHashMap<>();
        roadmaps.newestRoadmap(ROADMAPS.get(seed)).stages().stream()
                .flatMap(stage -> stage.rows().stream())
                .forEach(activity -> {
                    if (activities.put(activity.printedItem(), activity) != null) {
                        throw new AssertionError("Twice: " + activity.printedItem());
                    }
                });
        return activities;
    }
}
