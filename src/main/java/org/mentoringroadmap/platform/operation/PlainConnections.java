package org.mentoringroadmap.platform.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Opens connections to the application's database that do not belong to its pool. */
@Component
class PlainConnections {
    /** Without it H2 would make a new, empty database where the file has gone, for example with its disk. */
    private static final String ONLY_EXISTING = ";IFEXISTS=TRUE";

    private static final String SECONDS = "8";

    private final JdbcConnectionDetails database;

    PlainConnections(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** A new connection in auto-commit mode for as long as it takes; the caller closes it. */
    Connection open() throws SQLException {
        return open(database.getJdbcUrl(), new Properties());
    }

    /** One on which nothing waits long, not even for a server that has fallen silent. */
    Connection openImpatient() throws SQLException {
        return open(database.getJdbcUrl(), impatience());
    }

    /** The same, but never makes a database. */
    Connection reopenImpatient() throws SQLException {
        return open(isH2() ? database.getJdbcUrl() + ONLY_EXISTING : database.getJdbcUrl(), impatience());
    }

    private Properties impatience() {
        Properties settings = new Properties();
        if (isPostgres()) {
            settings.setProperty("connectTimeout", SECONDS);
            settings.setProperty("loginTimeout", SECONDS);
            settings.setProperty("socketTimeout", SECONDS);
        }
        return settings;
    }

    private Connection open(String url, Properties settings) throws SQLException {
        DriverManagerDataSource driver =
                new DriverManagerDataSource(url, database.getUsername(), database.getPassword());
        driver.setDriverClassName(database.getDriverClassName());
        driver.setConnectionProperties(settings);
        return driver.getConnection();
    }

    boolean isPostgres() {
        return database.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private boolean isH2() {
        return database.getJdbcUrl().startsWith("jdbc:h2:");
    }
}
