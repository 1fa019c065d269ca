package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the engine's web applications are is said once: whoever needs it asks {@link Webapps}. */
class WebappsRootTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ROOT = Pattern.compile("[\"'{]/camunda\\b");

    @Test
    void oneClassWritesTheRoot() throws IOException {
        assertThat(writing(SOURCES)).containsExactly(Path.of("org/mentoringroadmap/shared/Webapps.java"));
        assertThat(writing(TEMPLATES)).isEmpty();
    }

    private static List<Path> writing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            return all.stream()
                    .filter(file -> ROOT.matcher(text(file)).find())
                    .map(folder::relativize)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
