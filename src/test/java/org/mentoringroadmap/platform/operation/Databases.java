package org.mentoringroadmap.platform.operation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Databases that a test can break, and what looks after them. */
final class Databases {
    private Databases() {}

    /** Address of an H2 file as the application has it. */
    static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("mentoring")
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    }

    static PlainConnections connections(String url, String user, String password) {
        return new PlainConnections(new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        });
    }

    static HikariDataSource pool(String url, String user, String password) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(3);
        settings.setMinimumIdle(0); // so that the pool opens nothing by itself
        settings.setAllowPoolSuspension(true);
        settings.setConnectionTimeout(2000);
        return new HikariDataSource(settings);
    }

    static ObjectProvider<DataSource> provider(DataSource pool) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (pool != null) {
            beans.addBean("pool", pool);
        }
        return beans.getBeanProvider(DataSource.class);
    }

    static void execute(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
