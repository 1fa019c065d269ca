package org.mentoringroadmap.shared;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
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

    RowLocks(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.jdbc = jdbc;
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        clause = product.equals("PostgreSQL") ? " for no key update" : " for update";
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
}
