package org.mentoringroadmap.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * One word for a thing in all that a person reads: bundles, pages, help, labels and documentation of models, forms. What
 * may not be said stands in {@code pages/words.csv}.
 */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Comments are for those who write pages, and no page shows a word of a model that begins with a dollar. */
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private static final Pattern SHOWN_OF_A_MODEL =
            Pattern.compile("\\bname=\"([^\"]*)\"|(?s)<bpmn:documentation[^>]*>(.*?)</bpmn:documentation>");
    private static final Pattern SHOWN_OF_A_FORM = Pattern.compile(
            "\"(?:label|text|description|prefixAdorner|suffixAdorner)\"\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*)\"");

    private record Word(Pattern pattern, String instead) {}

    @TestFactory
    Stream<DynamicTest> noTextSaysIt() throws IOException {
        List<String> texts = texts();
        return words().stream()
                .map(word -> DynamicTest.dynamicTest(
                        word.pattern().pattern(),
                        () -> assertThat(texts)
                                .filteredOn(text -> word.pattern().matcher(text).find())
                                .as("say instead: %s", word.instead())
                                .isEmpty()));
    }

    /** A pattern that finds nothing because the texts are not looked into would be no check. */
    @Test
    void everyKindOfTextIsLookedInto() throws IOException {
        assertThat(texts())
                .anyMatch(text -> text.startsWith("platform.properties: error.heading.input="))
                .anyMatch(text -> text.startsWith("curator.md: "))
                .anyMatch(text -> text.startsWith("main.html: "))
                .anyMatch(text -> text.startsWith("pair-formation.bpmn: Пары и группы определены"))
                .anyMatch(text -> text.startsWith("pairs-decide.form: Пары и группы определены?"));
    }

    private static List<Word> words() throws IOException {
        return new ClassPathResource("pages/words.csv")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    int cut = line.lastIndexOf(';');
                    return new Word(Pattern.compile(line.substring(0, cut)), line.substring(cut + 1));
                })
                .toList();
    }

    /** Each with the file it stands in before it. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            lines(texts, file, read(file));
        }
        for (Path file : files(RESOURCES.resolve("help"), ".md")) {
            lines(texts, file, read(file));
        }
        for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
            lines(texts, file, COMMENT.matcher(read(file)).replaceAll(""));
        }
        for (Path file : files(Path.of("processes"), ".bpmn")) {
            found(texts, file, SHOWN_OF_A_MODEL);
        }
        for (Path file : files(Path.of("forms"), ".form")) {
            found(texts, file, SHOWN_OF_A_FORM);
        }
        return texts;
    }

    private static void lines(List<String> texts, Path file, String text) {
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> texts.add(file.getFileName() + ": " + line.strip()));
    }

    private static void found(List<String> texts, Path file, Pattern shown) {
        shown.matcher(read(file))
                .results()
                .map(WordsTest::shown)
                .forEach(text -> texts.add(file.getFileName() + ": " + text));
    }

    private static String shown(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
