package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lock that is written by hand would stop on PostgreSQL whoever enters something that refers to the row. */
class RowLocksTest {
    @Test
    void nobodyElseWritesLocksIntoStatements() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java")).filter(RowLocksTest::locks))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("RowLocks.java");
        }
    }

    private static boolean locks(Path source) {
        try {
            return Files.readString(source).toLowerCase().contains("for update");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
