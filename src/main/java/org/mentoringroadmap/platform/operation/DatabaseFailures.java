package org.mentoringroadmap.platform.operation;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures of the way to the database from failures of what was asked of it. */
public final class DatabaseFailures {
    /**
     * H2: input or output failed (90028, 90030, 90031), connection broken (90067), database closed (90098), called while
     * it closes (90121), object closed (90007). H2 uses its own numbers as SQL states.
     */
    private static final Set<String> H2 = Set.of("90007", "90028", "90030", "90031", "90067", "90098", "90121");

    private static final int DEEPEST = 30;

    private DatabaseFailures() {}

    /**
     * Whether something failed because the database could not be reached, gave no connection, was closing, or had no
     * space or memory of its own; the same may succeed later.
     */
    public static boolean isAway(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException e && isAway(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state != null
                        && (state.startsWith("08")
                                || state.startsWith("53")
                                || state.startsWith("57P")
                                || H2.contains(state))
                || isBrokenFile(e);
    }

    /** H2 tells a write that failed as a general error around the one of its store. */
    private static boolean isBrokenFile(SQLException e) {
        return e.getCause() != null
                && "org.h2.mvstore.MVStoreException"
                        .equals(e.getCause().getClass().getName());
    }

    /** What failed, without the text of the message, which may name data. */
    static String brief(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException e
                ? e.getClass().getSimpleName() + ", SQL state " + e.getSQLState()
                : cause.getClass().getSimpleName();
    }
}
