package org.mentoringroadmap.platform.operation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * The data of an installation are read by the account that runs it and by nobody else on that computer: its home is
 * closed before the first file is written into it, and what lies there already, from an older version or from a copy, is
 * closed too. Where a disk knows no such rights, as on Windows, the folder's own rights decide.
 */
final class OwnerOnly implements ApplicationListener<SpringApplicationEvent>, Ordered {
    /** Where the copies of the database lie in the home if nothing else is said. */
    static final String COPIES_FOLDER = "copies";

    private static final String HOME = "mentoring.home";

    /** The folders of the home that the application fills. */
    private static final List<String> FOLDERS = List.of("db", "logs", "keys", OwnerOnly.COPIES_FOLDER);

    /** A copy that was being made when the application ended. */
    private static final String COPIES = "copy-*.zip";

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final int STICKY = 01000;

    /** Settings are known, and the log is not opened yet. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 15;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            close(prepared.getEnvironment());
        } else if (event instanceof ApplicationReadyEvent ready) {
            // by now the file of the database and the log are there
            List<Path> open = close(ready.getApplicationContext().getEnvironment());
            if (!open.isEmpty()) {
                LoggerFactory.getLogger(OwnerOnly.class)
                        .warn("Others on this computer may read {}: their rights cannot be changed", open);
            }
        }
    }

    private static List<Path> close(Environment environment) {
        String home = environment.getProperty(HOME);
        return home == null ? List.of() : close(Path.of(home));
    }

    /**
     * Makes the home if it is not there, and takes from everybody but the owner the rights to it, its folders and files.
     *
     * @return what could not be closed
     */
    static List<Path> close(Path home) {
        List<Path> open = new ArrayList<>();
        try {
            Files.createDirectories(home);
            FileStore disk = Files.getFileStore(home);
            if (!disk.supportsFileAttributeView("posix")) {
                return open;
            }
            if (!isShared(home)) {
                close(home, open);
            }
            close(home, COPIES, open);
            for (String folder : FOLDERS) {
                if (Files.isDirectory(home.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
                    close(home.resolve(folder), open);
                    close(home.resolve(folder), "*", open);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            open.add(home);
        }
        return open;
    }

    private static void close(Path folder, String names, List<Path> open) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                if (!Files.isSymbolicLink(file)) {
                    close(file, open);
                }
            }
        }
    }

    /** Makes the folder if it is not there, and closes it to everybody but the owner where the disk knows such rights. */
    static void closeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        closeFile(folder);
    }

    /** Takes from everybody but the owner the rights to a file, where the disk knows such rights. */
    static void closeFile(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            close(file, new ArrayList<>());
        }
    }

    private static void close(Path path, List<Path> open) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            if (rights.retainAll(OWNER)) {
                Files.setPosixFilePermissions(path, rights);
            }
        } catch (IOException e) {
            open.add(path);
        }
    }

    /** A folder like {@code /tmp}, which belongs to everybody. */
    private static boolean isShared(Path folder) throws IOException {
        return ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }
}
