package org.mentoringroadmap.platform.operation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Knows within seconds whether the database answers, and helps it back. It asks over a connection of its own, so that a
 * pool without a free connection does not look like a database that is away.
 *
 * <p>H2 closes its database when a write fails, on a full disk for example, and its old connections go on calling
 * themselves valid; the pool would keep them for ever. This opens the database again and lets the pool drop what it has.
 * Where that goes on failing although the disk has room, the process ends.
 *
 * <p>It is there before the pool and ends after it, so the first and the last word to an H2 file are its own: both times
 * it has the file compacted.
 */
@Component
public class DatabaseWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** A busy machine may be slow to answer; a failure counts at once. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(8);

    private static final Duration HOPELESS_AFTER = Duration.ofMinutes(2);

    /** Exit code of a process that could not open its file again; whoever supervises it starts it anew. */
    static final int EXIT_CODE = 75;

    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final PlainConnections connections;
    private final ObjectProvider<DataSource> pool;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon("database-watch"));
    private final ExecutorService asking = Executors.newSingleThreadExecutor(daemon("database-asking"));
    private final Duration hopelessAfter;
    private final Runnable giveUp;
    private final DatabaseFile file;
    private final String product;

    private final AtomicBoolean givenUp = new AtomicBoolean();

    private Future<?> question;
    private long askedAt;
    private volatile Connection connection;
    private volatile Instant awaySince;
    private volatile long breaks;

    @Autowired
    DatabaseWatch(PlainConnections connections, ObjectProvider<DataSource> pool) throws SQLException {
        this(connections, pool, HOPELESS_AFTER, () -> new Thread(() -> System.exit(EXIT_CODE), "giving-up").start());
    }

    DatabaseWatch(
            PlainConnections connections, ObjectProvider<DataSource> pool, Duration hopelessAfter, Runnable giveUp)
            throws SQLException {
        this.connections = connections;
        this.pool = pool;
        this.hopelessAfter = hopelessAfter;
        this.giveUp = giveUp;
        connection = connections.openImpatient();
        product = connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
        file = DatabaseFile.behind(connection).orElse(null);
        if (file != null && file.isWorthCompacting(connection)) {
            file.shutDown(connection);
            connection = connections.reopenImpatient();
        }
        clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A server comes back by itself; a file that this process cannot open although there is room for it does not. */
    void look() {
        Instant since = awaySince;
        if (!answers()
                && file != null
                && since != null
                && since.plus(hopelessAfter).isBefore(Instant.now())
                && file.hasRoom()
                && !givenUp.getAndSet(true)) {
            LOG.error("The database cannot be opened again; the process ends with exit code {}", EXIT_CODE);
            giveUp.run();
        }
    }

    /** Since when the database does not answer; empty while it does. Never waits. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /** How often the database went away since the start. */
    public long breaks() {
        return breaks;
    }

    /** Asks the database now; waits two seconds at most, and then goes by what is known. */
    public boolean answers() {
        Future<?> asked;
        Duration silence;
        synchronized (asking) {
            if (asking.isShutdown()) {
                return false;
            }
            if (question == null || question.isDone()) {
                askedAt = System.nanoTime();
                question = asking.submit(this::ask);
            }
            asked = question;
            silence = Duration.ofNanos(System.nanoTime() - askedAt);
        }
        try {
            asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return awaySince == null;
        } catch (TimeoutException e) {
            if (silence.compareTo(MAX_SILENCE) > 0) {
                lost(e);
            }
            return awaySince == null;
        } catch (ExecutionException e) {
            LOG.warn("The watch of the database failed: {}", e.getCause().toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Name and version of the product. */
    public String product() {
        return product;
    }

    /** The file of an H2 database; empty for a database in memory or on a server. */
    public Optional<Path> file() {
        return Optional.ofNullable(file).map(DatabaseFile::path);
    }

    private void ask() {
        try {
            if (connection != null) {
                ping(connection);
                found();
                return;
            }
        } catch (SQLException e) {
            lost(e);
        }
        try {
            Connection next = openWithoutThePool();
            ping(next);
            connection = next;
            found();
        } catch (SQLException e) {
            lost(e);
        }
    }

    /**
     * The pool drops what it has and waits meanwhile: a connection to an H2 database that closed itself, used once more,
     * makes H2 forget the one that was opened in its place, and the next to come then finds its file locked.
     */
    private Connection openWithoutThePool() throws SQLException {
        HikariDataSource hikari = hikari();
        boolean suspended = hikari != null && hikari.isAllowPoolSuspension();
        HikariPoolMXBean pooled = hikari == null ? null : hikari.getHikariPoolMXBean();
        if (pooled == null) {
            return connections.reopenImpatient();
        }
        if (suspended) {
            pooled.suspendPool();
        }
        try {
            pooled.softEvictConnections();
            long end = System.nanoTime() + DRAIN.toNanos();
            while (suspended && pooled.getTotalConnections() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return connections.reopenImpatient();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the pool was emptied", e);
        } finally {
            if (suspended) {
                pooled.resumePool();
            }
        }
    }

    private static void ping(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private synchronized void lost(Exception why) {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            Quietly.abort(broken);
        }
        if (awaySince == null) {
            awaySince = Instant.now();
            breaks++;
            LOG.error(
                    "The database does not answer ({}); requests are refused until it does",
                    DatabaseFailures.brief(why));
        }
    }

    private synchronized void found() {
        if (awaySince != null) {
            LOG.info(
                    "The database answers again after {} s",
                    Duration.between(awaySince, Instant.now()).toSeconds());
            awaySince = null;
        }
    }

    private HikariDataSource hikari() throws SQLException {
        DataSource source = pool.getIfAvailable();
        return source != null && source.isWrapperFor(HikariDataSource.class)
                ? source.unwrap(HikariDataSource.class)
                : null;
    }

    @Override
    public void destroy() {
        stopAsking();
        Connection last = connection;
        if (last == null) {
            return;
        }
        try {
            if (file != null) {
                file.shutDown(last);
            }
        } catch (SQLException e) {
            LOG.warn("The database was not closed in order ({})", DatabaseFailures.brief(e));
        } finally {
            Quietly.close(last);
        }
    }

    /** Without an interrupt: one in the middle of a read closes the file of H2. */
    private void stopAsking() {
        clock.shutdown();
        synchronized (asking) {
            asking.shutdown();
        }
        try {
            asking.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
