package org.mentoringroadmap.platform.operation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database. So that no acknowledged commit is lost, H2 writes each one to its end at once, and never
 * tidies up while it runs: the file grows to many times its content. This writes it anew where that is worth it and takes
 * seconds.
 */
final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String SUFFIX = ".mv.db";

    /** Less is not worth the time. */
    private static final long SMALL = 8L << 20;

    /** More living content than this would keep whoever stops the application waiting. */
    private static final long MAX_CONTENT = 512L << 20;

    private static final int WELL_FILLED_PERCENT = 60;

    private final Path path;

    private DatabaseFile(Path path) {
        this.path = path;
    }

    /** The file behind a connection; empty for a database in memory and for another product. */
    static Optional<DatabaseFile> behind(Connection connection) throws SQLException {
        if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select database_path()")) {
            return answer.next() && answer.getString(1) != null
                    ? Optional.of(new DatabaseFile(Path.of(answer.getString(1) + SUFFIX)))
                    : Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /** Bytes on the disk; 0 while there is no file. */
    long size() {
        return path.toFile().length();
    }

    /** Whether writing the file anew would make it much smaller within seconds, and the disk has room for both. */
    boolean isWorthCompacting(Connection connection) throws SQLException {
        if (size() < SMALL) {
            return false;
        }
        Map<String, String> facts = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_name, setting_value from"
                        + " information_schema.settings where setting_name like 'info.%'")) {
            while (row.next()) {
                facts.put(row.getString(1), row.getString(2));
            }
        }
        int filled = Integer.parseInt(facts.getOrDefault("info.CHUNKS_FILL_RATE", "100"));
        long content = size() / 100 * filled;
        return filled < WELL_FILLED_PERCENT && content < MAX_CONTENT && usable() > 2 * content + SMALL;
    }

    /**
     * Closes the database, and writes its file anew where that is worth it. A kill meanwhile leaves the old file. Other
     * connections to it end.
     */
    void shutDown(Connection connection) throws SQLException {
        boolean compact = isWorthCompacting(connection);
        long before = size();
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(compact ? "shutdown compact" : "shutdown");
        }
        if (compact) {
            LOG.info(
                    "File of the database compacted in {} ms, {} MB before, {} MB now",
                    (System.nanoTime() - start) / 1_000_000,
                    before >> 20,
                    size() >> 20);
        }
    }

    /** Whether the disk could take a few more writes. */
    boolean hasRoom() {
        return usable() > SMALL;
    }

    private long usable() {
        return path.getParent().toFile().getUsableSpace();
    }
}
