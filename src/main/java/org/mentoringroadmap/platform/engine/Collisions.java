package org.mentoringroadmap.platform.engine;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells two pieces of work that got in each other's way from one that cannot be done. */
final class Collisions {
    /** Class of SQL states in which the database has undone a transaction for the sake of another one. */
    private static final String ROLLED_BACK = "40";

    private Collisions() {}

    /**
     * Whether the work failed only because another transaction changed or locked the same row first, in the engine's
     * tables or in ours: undone as it is, it may simply be done again.
     */
    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
