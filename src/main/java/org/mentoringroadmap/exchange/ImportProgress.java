package org.mentoringroadmap.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * How far a table is that somebody brings. An import tells this node and goes on; once a second the node writes what was
 * told into the database, since whoever asks may be answered by another node. So an import never waits for its progress
 * and needs no second connection for it. Counts only; gone when the table is done.
 */
@Service
public class ImportProgress {
    /** What is being done; {@code import-phase.<NAME>} is the key of the title. */
    public enum Phase {
        CHECKING,
        WRITING
    }

    /**
     * How far it is.
     *
     * @param total rows in all; 0 while nobody knows
     */
    public record State(Phase phase, int done, int total) {
        /** From 0 to 100. */
        public int percent() {
            return total == 0 ? 0 : (int) (100L * done / total);
        }
    }

    /** Whom an import tells how far it is. */
    public interface Listener {
        /** Nobody. */
        Listener NOBODY = (phase, done, total) -> {};

        /** So many rows of so many are done. */
        void at(Phase phase, int done, int total);
    }

    /** An import of this node. */
    private record Running(Long programmeId, String login, State state) {}

    private static final int DAYS_KEPT = 1;

    private final JdbcClient jdbc;
    private final TableAccess access;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final Map<UUID, Running> written = new ConcurrentHashMap<>();

    ImportProgress(JdbcClient jdbc, TableAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Begins to tell of a table. */
    public Listener start(UUID key, Long programmeId) {
        String login = access.login();
        running.put(key, new Running(programmeId, login, new State(Phase.CHECKING, 0, 0)));
        return (phase, done, total) -> running.computeIfPresent(
                key, (same, before) -> new Running(programmeId, login, new State(phase, done, total)));
    }

    /** Nobody has to be told any more. */
    public void end(UUID key) {
        running.remove(key);
    }

    /** How far the own table is; empty where none is on its way. */
    public Optional<State> of(Long programmeId, UUID key) {
        Running here = running.get(key);
        if (here != null) {
            return Optional.of(here)
                    .filter(own ->
                            own.programmeId().equals(programmeId) && own.login().equals(access.login()))
                    .map(Running::state);
        }
        if (written.containsKey(key)) {
            return Optional.empty(); // done here; its row goes with the next report
        }
        return jdbc.sql(
                        "select phase, done, total from import_progress where id = ? and programme_id = ? and login = ?")
                .params(key, programmeId, access.login())
                .query((row, number) ->
                        new State(Phase.valueOf(row.getString("phase")), row.getInt("done"), row.getInt("total")))
                .optional();
    }

    /** Writes what has changed, statement by statement; says nothing to the database where nothing has. */
    @Scheduled(fixedDelay = 1000)
    void write() {
        running.forEach((key, now) -> {
            if (!now.equals(written.get(key))) {
                write(key, now);
                written.put(key, now);
            }
        });
        for (UUID key : Set.copyOf(written.keySet())) {
            if (!running.containsKey(key)) {
                jdbc.sql("delete from import_progress where id = ?").param(key).update();
                written.remove(key);
            }
        }
    }

    private void write(UUID key, Running now) {
        State state = now.state();
        int changed = jdbc.sql("update import_progress set phase = ?, done = ?, total = ?, changed_at = ? where id = ?")
                .params(state.phase().name(), state.done(), state.total(), access.now(), key)
                .update();
        if (changed == 0) {
            forgetTheDead();
            jdbc.sql("insert into import_progress (id, programme_id, login, phase, done, total, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            key,
                            now.programmeId(),
                            now.login(),
                            state.phase().name(),
                            state.done(),
                            state.total(),
                            access.now())
                    .update();
        }
    }

    /** What a node that died has left behind goes after a day. */
    private void forgetTheDead() {
        jdbc.sql("delete from import_progress where changed_at < ?")
                .param(access.now().minusDays(DAYS_KEPT))
                .update();
    }
}
