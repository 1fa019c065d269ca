package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of two texts with one key one is never read, and people are told what is said about something else. */
class MessageKeysTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    @Test
    void eachKeyStandsOnce() throws IOException {
        Map<String, String> places = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.sorted().toList()) {
                for (String line : Files.readAllLines(bundle)) {
                    if (line.contains("=") && !line.startsWith("#")) {
                        String key = line.substring(0, line.indexOf('=')).strip();
                        String earlier =
                                places.putIfAbsent(key, bundle.getFileName().toString());
                        if (earlier != null) {
                            twice.add(key + " in " + earlier + " and " + bundle.getFileName());
                        }
                    }
                }
            }
        }

        assertThat(places).hasSizeGreaterThan(1000);
        assertThat(twice).isEmpty();
    }
}
