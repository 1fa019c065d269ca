package org.mentoringroadmap.shared;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which statements lock rows: whoever locks the same row waits until the transaction of the first one ends,
 * and everybody else goes on. On PostgreSQL a plain {@code for update} would also hold up everybody who enters something
 * that refers to the row, so that a lock on a programme would stop the entering of people; there the clause is another one,
 * as it is where Hibernate locks.
 */
@Component
public class RowLocks {
    private final JdbcClient jdbc;
    private final String clause;

    RowLocks(JdbcClient jdbc, JdbcOperations database) {
        this.jdbc = jdbc;
        ConnectionCallback<String> name = connection -> connection.getMetaData().getDatabaseProductName();
        String product = database.execute(name);
        clause = "PostgreSQL".equals(product) ? " for no key update" : " for update";
    }

    /**
     * A query that locks the rows it finds. Several are selected in an order, the same everywhere, so that two who lock
     * some of the same rows never wait for each other.
     *
     * @param select a query of one table, without a locking clause
     */
    public JdbcClient.StatementSpec select(String select) {
        return jdbc.sql(select + clause);
    }

    /**
     * As {@link #select}, passing by rows that somebody else has locked: nobody waits.
     *
     * @param select a query of one table, without a locking clause
     */
    public JdbcClient.StatementSpec selectFree(String select) {
        return jdbc.sql(select + clause + " skip locked");
    }
}
