package org.mentoringroadmap.document.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Unguarded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes PDF of Word files with the LibreOffice of the machine, one at a time and in a folder of its own that nobody else
 * reads and that is gone afterwards.
 */
@Component
@Unguarded
public class PdfFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PdfFiles.class);
    private static final String NONE = "none";
    private static final List<String> COMMANDS = List.of("soffice", "libreoffice", "soffice.exe");

    private final Optional<String> command;
    private final OfficeProperties properties;
    private final Semaphore turn = new Semaphore(1, true);

    PdfFiles(OfficeProperties properties) {
        this.properties = properties;
        this.command = properties.command().isBlank()
                ? found()
                : Optional.of(properties.command()).filter(said -> !NONE.equals(said));
    }

    /** Whether the machine has a LibreOffice, as the application has found it at its start. */
    public boolean isOffered() {
        return command.isPresent();
    }

    /**
     * The pages of a Word file.
     *
     * @throws ConflictException {@code document.pdf-none} without LibreOffice, {@code document.pdf-busy} when others wait for
     *     theirs too long, {@code document.pdf-failed}
     */
    public byte[] of(byte[] docx) {
        String office = command.orElseThrow(() -> new ConflictException("document.pdf-none"));
        try {
            if (!turn.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ConflictException("document.pdf-busy");
            }
            try {
                return convert(office, docx);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConflictException("document.pdf-failed");
        } catch (IOException e) {
            LOG.warn("LibreOffice cannot be used: {}", e.getClass().getSimpleName());
            throw new ConflictException("document.pdf-failed");
        }
    }

    private byte[] convert(String office, byte[] docx) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mentoring-pdf");
        try {
            Path word = Files.write(folder.resolve("document.docx"), docx);
            Process process = new ProcessBuilder(
                            office,
                            "--headless",
                            "--norestore",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            folder.toString(),
                            word.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("LibreOffice was stopped: no PDF within {}", properties.patience());
                stop(process);
                throw new ConflictException("document.pdf-failed");
            }
            Path pdf = folder.resolve("document.pdf");
            if (process.exitValue() != 0 || !Files.exists(pdf)) {
                LOG.warn("LibreOffice made no PDF and ended with {}", process.exitValue());
                throw new ConflictException("document.pdf-failed");
            }
            return Files.readAllBytes(pdf);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Its command may be a script that has started the program proper. */
    private static void stop(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static Optional<String> found() {
        return Stream.ofNullable(System.getenv("PATH"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> COMMANDS.stream().map(name -> new File(folder, name)))
                .filter(file -> file.isFile() && file.canExecute())
                .map(File::getAbsolutePath)
                .findFirst();
    }
}
