package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the data of an installation on its computer. */
class OwnerOnlyTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void home() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        home = folder.resolve("home");
    }

    @Test
    void aNewHomeIsClosedBeforeAnythingLiesInIt() throws IOException {
        assertThat(OwnerOnly.close(home)).isEmpty();

        assertThat(rights(home)).isEqualTo("rwx------");
    }

    @Test
    void anOldHomeIsClosedWithAllThatLiesInIt() throws IOException {
        Path database = open("db/mentoring.mv.db");
        Path log = open("logs/mentoring.log.2026-11-01.0.gz");
        Path copy = open("copy-1.zip");
        Path script = open("start.sh");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "x");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(home.resolve("logs/link"), elsewhere);

        assertThat(OwnerOnly.close(home)).isEmpty();

        assertThat(rights(home)).isEqualTo("rwx------");
        assertThat(rights(home.resolve("db"))).isEqualTo("rwx------");
        assertThat(rights(home.resolve("logs"))).isEqualTo("rwx------");
        assertThat(rights(database)).isEqualTo("rw-------");
        assertThat(rights(log)).isEqualTo("rw-------");
        assertThat(rights(copy)).isEqualTo("rw-------");
        assertThat(rights(script)).as("not the application's").isEqualTo("rwxr-xr-x");
        assertThat(rights(elsewhere)).as("only linked").isEqualTo("rw-r--r--");
    }

    @Test
    void aFolderThatBelongsToEverybodyStaysOpen() throws IOException {
        Path database = open("db/mentoring.mv.db");
        Files.setAttribute(home, "unix:mode", 01777);

        assertThat(OwnerOnly.close(home)).isEmpty();

        assertThat(rights(home)).isEqualTo("rwxrwxrwx");
        assertThat(rights(home.resolve("db"))).isEqualTo("rwx------");
        assertThat(rights(database)).isEqualTo("rw-------");
    }

    private Path open(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
