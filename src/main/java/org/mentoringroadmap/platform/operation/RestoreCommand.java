package org.mentoringroadmap.platform.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts a copy of the database into the place of the database, without the application: {@code restore COPY.zip
 * [--mentoring.home=FOLDER]}. The database that lies there stays beside it under another name, and nothing is changed
 * where the copy is none or the application runs.
 */
final class RestoreCommand {
    /** First argument that asks for it. */
    static final String COMMAND = "restore";

    private static final String HOME = "--mentoring.home=";
    private static final String DATABASE = "mentoring.mv.db";

    /** What every file of H2 begins with. */
    private static final byte[] BEGINNING = "H:2,".getBytes(StandardCharsets.US_ASCII);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private RestoreCommand() {}

    /**
     * Restores the copy that the arguments name, and says in Russian what it did or what is to be done.
     *
     * @param arguments everything after {@value #COMMAND}
     * @param environment variables of the process; {@code MENTORING_HOME} is the home where no argument names it
     * @return exit code of the process: 0 restored, 1 the disk refuses, 2 bad arguments, no copy, or the application runs
     */
    static int run(List<String> arguments, Map<String, String> environment, Clock clock, PrintStream out) {
        List<String> files = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        List<String> homes =
                arguments.stream().filter(argument -> argument.startsWith(HOME)).toList();
        if (files.size() != 1 || files.size() + homes.size() != arguments.size() || homes.size() > 1) {
            return say(out, 2, "restore.usage");
        }
        Path home = Path.of(
                homes.isEmpty()
                        ? environment.getOrDefault("MENTORING_HOME", "data")
                        : homes.get(0).substring(HOME.length()));
        Path copy = Path.of(files.get(0));
        Path database = home.resolve("db").resolve(DATABASE).toAbsolutePath().normalize();
        try {
            if (!isCopy(copy)) {
                return say(out, 2, "restore.no-copy", copy);
            }
            if (isInUse(database)) {
                return say(out, 2, "restore.runs", database);
            }
            return restore(copy, database, LocalDateTime.now(clock), out);
        } catch (IOException e) {
            return say(out, 1, "restore.failed", e.toString());
        }
    }

    private static int restore(Path copy, Path database, LocalDateTime now, PrintStream out) throws IOException {
        OwnerOnly.close(database.getParent().getParent());
        Files.createDirectories(database.getParent());
        Path unpacked = database.resolveSibling(DATABASE + ".restoring");
        try (ZipFile archive = new ZipFile(copy.toFile());
                InputStream content = archive.getInputStream(archive.getEntry(DATABASE))) {
            Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
        OwnerOnly.closeFile(unpacked);
        Path before = database.resolveSibling("mentoring-before-" + MOMENT.format(now) + ".mv.db");
        boolean replaced = Files.exists(database);
        if (replaced) {
            Files.move(database, before);
        }
        Files.move(unpacked, database);
        return replaced ? say(out, 0, "restore.done", database, before) : say(out, 0, "restore.done.new", database);
    }

    private static boolean isCopy(Path copy) throws IOException {
        if (!Files.isRegularFile(copy)) {
            return false;
        }
        try (ZipFile archive = new ZipFile(copy.toFile())) {
            ZipEntry entry = archive.getEntry(DATABASE);
            if (entry == null || entry.isDirectory()) {
                return false;
            }
            try (InputStream content = archive.getInputStream(entry)) {
                return Arrays.equals(content.readNBytes(BEGINNING.length), BEGINNING);
            }
        } catch (ZipException e) {
            return false;
        }
    }

    /** H2 holds a lock on its file as long as it is open. */
    private static boolean isInUse(Path database) throws IOException {
        if (!Files.exists(database)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static int say(PrintStream out, int code, String key, Object... arguments) {
        out.println(MessageFormat.format(
                ResourceBundle.getBundle("messages/platform").getString(key), arguments));
        return code;
    }
}
