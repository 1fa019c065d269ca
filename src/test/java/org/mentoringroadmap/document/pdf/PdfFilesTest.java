package org.mentoringroadmap.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.shared.ConflictException;

/** LibreOffice is played by small scripts; a real one is asked where the machine has it. */
class PdfFilesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is played by a script of bash")
    void theFileThatTheProgramMakesIsAnsweredAndNothingIsLeft() throws IOException {
        PdfFiles files = files(script("cp \"${@: -1}\" \"$(dirname \"${@: -1}\")/document.pdf\""), PATIENCE);
        List<Path> before = leftovers();

        assertThat(files.isOffered()).isTrue();
        assertThat(files.of("страницы".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("страницы".getBytes(StandardCharsets.UTF_8));
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is played by a script of bash")
    void aProgramThatFailsMakesNothingOrNeverEndsIsToldInWords() throws IOException {
        refused("document.pdf-failed", files(script("exit 3"), PATIENCE));
        refused("document.pdf-failed", files(script("exit 0"), PATIENCE));
        refused("document.pdf-failed", files(script("sleep 600"), Duration.ofMillis(300)));
        refused("document.pdf-failed", files(folder.resolve("nowhere").toString(), PATIENCE));
    }

    @Test
    void withoutLibreOfficeNothingIsOffered() {
        PdfFiles files = files("none", PATIENCE);

        assertThat(files.isOffered()).isFalse();
        refused("document.pdf-none", files);
    }

    @Test
    void theOneOfThisMachineMakesAPdf() throws IOException {
        PdfFiles files = files("", Duration.ofMinutes(3));
        assumeThat(files.isOffered()).isTrue();

        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream docx = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("ПРИКАЗ");
            document.write(docx);
            assertThat(new String(files.of(docx.toByteArray()), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
        }
    }

    private static PdfFiles files(String command, Duration patience) {
        return new PdfFiles(new OfficeProperties(command, patience));
    }

    private static void refused(String code, PdfFiles files) {
        assertThatThrownBy(() -> files.of(new byte[] {1}))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(code);
    }

    private String script(String work) throws IOException {
        Path script = Files.writeString(Files.createTempFile(folder, "office", ".sh"), "#!/bin/bash\n" + work + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("mentoring-pdf"))
                    .sorted()
                    .toList();
        }
    }
}
