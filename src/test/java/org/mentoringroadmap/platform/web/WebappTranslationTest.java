package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.MentoringRoadmapApplication;

/**
 * Our Russian texts of the engine's webapps against the English ones in the engine's own archive: an upgrade of the
 * engine that brings new texts fails here, not in front of a curator who then sees the name of a key.
 */
class WebappTranslationTest {

    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/app/";

    private static final Path OURS = built().resolve(WEBAPPS);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|(%\\w)");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** Names that are the same in every language. */
    private static final Set<String> INTERNATIONAL = Set.of("ID", "BPMN", "CMMN", "DMN", "JSON", "XML", "URL");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path built() {
        try {
            return Path.of(MentoringRoadmapApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The webapps whose Russian texts we ship. */
    static Stream<String> translatedWebapps() throws IOException {
        try (Stream<Path> folders = Files.list(OURS)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("locales/ru.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thePagesOfEveryStaffMemberAreTranslated() throws IOException {
        assertThat(translatedWebapps()).contains("tasklist", "welcome", "admin");
    }

    @ParameterizedTest
    @MethodSource("translatedWebapps")
    void everyTextIsTranslatedAndNoneIsLeftOver(String webapp) throws IOException {
        Set<String> missing = new TreeSet<>(english(webapp).keySet());
        Set<String> surplus = new TreeSet<>(russian(webapp).keySet());
        missing.removeAll(russian(webapp).keySet());
        surplus.removeAll(english(webapp).keySet());

        assertThat(missing).as("keys missing in our " + webapp).isEmpty();
        assertThat(surplus).as("keys that " + webapp + " does not know").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translatedWebapps")
    void placeholdersAgree(String webapp) throws IOException {
        Map<String, String> russian = russian(webapp);
        List<String> different = new ArrayList<>();
        english(webapp).forEach((key, text) -> {
            if (!placeholders(text).equals(placeholders(russian.getOrDefault(key, "")))) {
                different.add(key + ": " + text + " | " + russian.get(key));
            }
        });

        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translatedWebapps")
    void everyTextWithLettersIsRussian(String webapp) throws IOException {
        List<String> foreign = new ArrayList<>();
        russian(webapp).forEach((key, text) -> {
            String words = PLACEHOLDER.matcher(text).replaceAll("");
            if (LETTER.matcher(words).find()
                    && !CYRILLIC.matcher(words).find()
                    && !INTERNATIONAL.contains(words.strip())) {
                foreign.add(key + ": " + text);
            }
        });

        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translatedWebapps")
    void noTextIsTheEnglishOne(String webapp) throws IOException {
        Map<String, String> russian = russian(webapp);
        List<String> same = new ArrayList<>();
        english(webapp).forEach((key, text) -> {
            if (LETTER.matcher(text).find() && text.equals(russian.get(key)) && !INTERNATIONAL.contains(text.strip())) {
                same.add(key + ": " + text);
            }
        });

        assertThat(same).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translatedWebapps")
    void datesHaveTheSamePartsAsTheEnglishOnes(String webapp) throws IOException {
        JsonNode english = read(theEngines(webapp)).path("dateLocales");
        JsonNode russian = read(Files.readString(ours(webapp))).path("dateLocales");

        assertThat(paths(russian)).isEqualTo(paths(english));
    }

    private static Map<String, String> english(String webapp) throws IOException {
        return labels(read(theEngines(webapp)));
    }

    private static Map<String, String> russian(String webapp) throws IOException {
        return labels(read(Files.readString(ours(webapp))));
    }

    private static Path ours(String webapp) {
        return OURS.resolve(webapp).resolve("locales/ru.json");
    }

    private static String theEngines(String webapp) throws IOException {
        URL resource = WebappTranslationTest.class.getClassLoader().getResource(WEBAPPS + webapp + "/locales/en.json");
        assertThat(resource).as("English texts of " + webapp).isNotNull();
        try (InputStream text = resource.openStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode read(String json) throws IOException {
        // The engine's files begin with a byte order mark.
        return JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    }

    private static Map<String, String> labels(JsonNode locale) {
        Map<String, String> labels = new TreeMap<>();
        locale.path("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(WebappTranslationTest::name)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static String name(MatchResult placeholder) {
        return placeholder.group(1) != null ? placeholder.group(1) : placeholder.group(2);
    }

    /** Every leaf of a tree as its path; a list counts by its length. */
    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isArray()) {
            paths.add(path + "[" + node.size() + "]");
        } else if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), paths));
        } else {
            paths.add(path);
        }
    }
}
