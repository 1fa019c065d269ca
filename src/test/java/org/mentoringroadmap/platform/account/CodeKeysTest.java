package org.mentoringroadmap.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.platform.MentoringProperties;

class CodeKeysTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path home;

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        CodeKeys first = keys(null);
        assertThat(home.resolve("keys")).as("nobody uses codes").doesNotExist();
        String sealed = first.seal("curator", KEY);

        assertThat(keys("").open("curator", sealed)).hasValue(KEY);
        assertThat(first.seal("curator", KEY)).as("never twice the same").isNotEqualTo(sealed);
        assertThat(sealed).hasSizeLessThanOrEqualTo(64);
        Path file = home.resolve("keys/codes.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anotherKeyAndAnotherLoginOpenNothing() throws IOException {
        String sealed = keys(null).seal("curator", KEY);

        assertThat(keys(null).open("director", sealed)).isEmpty();
        assertThat(keys(Base64.getEncoder().encodeToString(new byte[32])).open("curator", sealed))
                .isEmpty();
        Files.delete(home.resolve("keys/codes.key"));
        assertThat(keys(null).open("curator", sealed)).isEmpty();
    }

    @Test
    void severalNodesShareAConfiguredKey() {
        String shared = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(keys(shared).open("curator", keys(shared).seal("curator", KEY)))
                .hasValue(KEY);
        assertThat(home.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> keys("c2hvcnQ=").seal("curator", KEY)).hasMessageContaining("32 bytes");
    }

    private CodeKeys keys(String configured) {
        return new CodeKeys(
                new MentoringProperties(
                        home,
                        ZoneOffset.UTC,
                        new MentoringProperties.Administrator("administrator", null, false),
                        1000,
                        new MentoringProperties.Deployment(List.of("classpath:none"))),
                new CodeProperties(configured));
    }
}
