package org.mentoringroadmap.platform.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.mentoringroadmap.shared.ConflictException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much the database holds, and copies of it. */
@Component
public class DatabaseStock {
    private final JdbcTemplate jdbc;
    private final DatabaseWatch watch;
    private final DiskSpace disk;

    DatabaseStock(JdbcTemplate jdbc, DatabaseWatch watch, DiskSpace disk) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.disk = disk;
    }

    /** Name and version of the database. */
    public String product() {
        return watch.product();
    }

    /** Bytes on the disk; empty for a database in memory. */
    public Optional<Long> size() {
        if (watch.product().startsWith("PostgreSQL")) {
            return Optional.ofNullable(jdbc.queryForObject("select pg_database_size(current_database())", Long.class));
        }
        return watch.file().map(path -> path.toFile().length());
    }

    /** Whether the application itself can make a copy. */
    public boolean isCopied() {
        return watch.file().isPresent();
    }

    /**
     * Makes a copy while people go on working: the state of one moment, as an archive with the file of the database.
     *
     * @return a temporary file in the home of the installation; the caller hands it on with {@link #handOver}
     * @throws ConflictException {@code state.copy.elsewhere} when the database is no file, {@code state.copy.no-space}
     *     when the disk may not hold the copy
     */
    public Path copy() {
        Path file = watch.file().orElseThrow(() -> new ConflictException("state.copy.elsewhere"));
        if (disk.free() < 2 * file.toFile().length()) {
            throw new ConflictException("state.copy.no-space");
        }
        Path copy = disk.home().resolve("copy-" + UUID.randomUUID() + ".zip");
        try {
            jdbc.update("backup to ?", copy.toString());
            return copy;
        } catch (DataAccessException e) {
            copy.toFile().delete();
            throw e;
        }
    }

    /** Writes a copy to whoever wants it and deletes it. */
    public void handOver(Path copy, OutputStream to) throws IOException {
        try (to) {
            Files.copy(copy, to);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
