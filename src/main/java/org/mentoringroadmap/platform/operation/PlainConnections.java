package org.mentoringroadmap.platform.operation;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Opens connections to the application's database that do not belong to its pool. */
@Component
class PlainConnections {
    /** Without it H2 would make a new, empty database where the file has gone, for example with its disk. */
    private static final String ONLY_EXISTING = ";IFEXISTS=TRUE";

    private final JdbcConnectionDetails database;

    PlainConnections(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** A new connection in auto-commit mode; the caller closes it. */
    Connection open() throws SQLException {
        return open(database.getJdbcUrl());
    }

    /** The same, but never makes a database. */
    Connection reopen() throws SQLException {
        return open(isH2() ? database.getJdbcUrl() + ONLY_EXISTING : database.getJdbcUrl());
    }

    private Connection open(String url) throws SQLException {
        DriverManagerDataSource driver =
                new DriverManagerDataSource(url, database.getUsername(), database.getPassword());
        driver.setDriverClassName(database.getDriverClassName());
        return driver.getConnection();
    }

    boolean isPostgres() {
        return database.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private boolean isH2() {
        return database.getJdbcUrl().startsWith("jdbc:h2:");
    }
}
