package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Classes of one name that a school has before names get keys: they stay, and no third one comes. */
class ClassKeyMigrationTest {
    private static final String[] NAMES = {"5А", "5-А", "5A", "1-1", "11", "1/0", "10", "5«Б»", "7В"};

    @Test
    void onH2() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:class-keys;DB_CLOSE_DELAY=-1");
        theyStay(database, "blob");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            theyStay(postgres.getPostgresDatabase(), "bytea");
        }
    }

    private static void theyStay(DataSource database, String binary) throws SQLException {
        migrate(database, binary, "20");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into school (id, version, full_name, short_name, director_post)"
                    + " values ('s', 0, 'Школа', 'Школа', 'директор')");
            for (String name : NAMES) {
                statement.execute("insert into school_class (school_id, name) values ('s', '" + name + "')");
            }
        }

        migrate(database, binary, "24");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> keys = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery("select name, name_key from school_class order by id")) {
                while (rows.next()) {
                    keys.put(rows.getString(1), rows.getString(2));
                }
            }
            assertThat(keys.keySet()).containsExactly(NAMES);
            assertThat(keys.get("5-А")).startsWith("5А#");
            assertThat(keys.get("5A")).startsWith("5А#");
            keys.keySet().stream()
                    .filter(name -> !name.equals("5-А") && !name.equals("5A"))
                    .forEach(name -> assertThat(keys.get(name)).as(name).isEqualTo(ClassKey.of(name)));
            assertThatThrownBy(() -> statement.execute(
                            "insert into school_class (school_id, name, name_key) values ('s', '5 А', '5А')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void migrate(DataSource database, String binary, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(Map.of("binary", binary))
                .target(target)
                .load()
                .migrate();
    }
}
