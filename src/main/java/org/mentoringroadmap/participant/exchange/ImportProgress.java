package org.mentoringroadmap.participant.exchange;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far a table is that somebody brings. It stands in the database, in transactions of its own: whoever asks meanwhile may
 * be answered by another node. Counts only; gone when the table is done.
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

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
    private static final int DAYS_KEPT = 1;

    private final JdbcClient jdbc;
    private final TableAccess access;
    private final TransactionTemplate ownTransaction;

    ImportProgress(JdbcClient jdbc, TableAccess access, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.access = access;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Begins to tell of a table; what a node that died has left behind goes. */
    public Listener start(UUID key, Long programmeId) {
        String login = access.login();
        ownTransaction.executeWithoutResult(status -> {
            jdbc.sql("delete from import_progress where id = ? and login = ? or changed_at < ?")
                    .params(key, login, access.now().minusDays(DAYS_KEPT))
                    .update();
            jdbc.sql("insert into import_progress (id, programme_id, login, phase, done, total, changed_at)"
                            + " values (?, ?, ?, ?, 0, 0, ?)")
                    .params(key, programmeId, login, Phase.CHECKING.name(), access.now())
                    .update();
        });
        return (phase, done, total) -> tell(key, new State(phase, done, total), access.now());
    }

    /** Nobody loses an import because it could not be told how far it is. */
    private void tell(UUID key, State state, LocalDateTime now) {
        try {
            ownTransaction.executeWithoutResult(status -> jdbc.sql(
                            "update import_progress set phase = ?, done = ?, total = ?, changed_at = ? where id = ?")
                    .params(state.phase().name(), state.done(), state.total(), now, key)
                    .update());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("An import goes on untold: {}", e.getClass().getSimpleName());
        }
    }

    /** Nobody has to be told any more. */
    public void end(UUID key) {
        ownTransaction.executeWithoutResult(status ->
                jdbc.sql("delete from import_progress where id = ?").param(key).update());
    }

    /** How far the own table is; empty where none is on its way. */
    public Optional<State> of(Long programmeId, UUID key) {
        return jdbc.sql(
                        "select phase, done, total from import_progress where id = ? and programme_id = ? and login = ?")
                .params(key, programmeId, access.login())
                .query((row, number) ->
                        new State(Phase.valueOf(row.getString("phase")), row.getInt("done"), row.getInt("total")))
                .optional();
    }
}
