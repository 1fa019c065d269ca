package org.mentoringroadmap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Admissions have one door: one statement in one class writes them, and nothing else can. */
class AdmissionWriteTest {
    /** {@code insert into admission}, also quoted, merged, broken over lines or glued together of Java strings. */
    private static final Pattern WRITES =
            Pattern.compile("(?is)\\b(insert|merge|upsert|replace)\\s+into[\\s\"+]+admission\\b");

    @Test
    void oneClassAloneWritesAdmissions() {
        List<String> doors = sources()
                .filter(file -> WRITES.matcher(text(file)).find())
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(doors).containsExactly("Admissions.java");
        assertThat(WRITES.matcher(text(Path.of("src/main/java/org/mentoringroadmap/admission/Admissions.java")))
                        .results())
                .as("by one statement")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into admission (id) values (1)",
                "INSERT INTO \"admission\" select 1",
                "\"insert into\"\n + \" admission (id)\"",
                "merge into admission using x"
            })
    void theCheckSeesEveryWayToWriteIt(String statement) {
        assertThat(WRITES.matcher(statement).find()).isTrue();
    }

    @Test
    void noEntityIsMappedToTheTable() {
        ClassPathScanningCandidateComponentProvider entities = new ClassPathScanningCandidateComponentProvider(false);
        entities.addIncludeFilter(new AnnotationTypeFilter(Table.class));
        List<String> tables = entities.findCandidateComponents("org.mentoringroadmap").stream()
                .map(entity -> table(entity.getBeanClassName()))
                .toList();

        assertThat(tables).contains("consent", "mentorship_member").doesNotContain("admission");
    }

    private static String table(String entity) {
        try {
            return Class.forName(entity).getAnnotation(Table.class).name();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Path> sources() {
        return Stream.of("src/main/java", "src/main/resources/db").map(Path::of).flatMap(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(Files::isRegularFile).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
