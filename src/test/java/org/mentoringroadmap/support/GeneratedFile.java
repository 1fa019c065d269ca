package org.mentoringroadmap.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository that is made from other files of it. A test compares it with what it ought to be; the same
 * test, run with {@code -Dwrite=true}, writes it.
 */
public final class GeneratedFile {
    private GeneratedFile() {}

    /**
     * Fails when the file differs from the text, or writes the text where writing is asked for.
     *
     * @param test the class to run with {@code -Dwrite=true}
     */
    public static void matches(Path file, String text, Class<?> test) throws IOException {
        if (Boolean.getBoolean("write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s is generated: mvn test -Dtest=%s -Dwrite=true", file, test.getSimpleName())
                .exists()
                .content()
                .isEqualTo(text);
    }
}
