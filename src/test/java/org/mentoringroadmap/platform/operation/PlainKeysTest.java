package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.shared.SearchKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever was stored under a key with letters that nobody can tell apart is found under the plain one, unsaved. */
class PlainKeysTest {
    @Test
    void onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:plain-keys;DB_CLOSE_DELAY=-1");
        becomePlain(database, "blob");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            becomePlain(postgres.getPostgresDatabase(), "bytea");
        }
    }

    private static void becomePlain(DataSource database, String binary) {
        flyway(database, binary).target("30").load().migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("insert into school (id, version, full_name, short_name, director_post)"
                + " values ('s', 0, 'Школа', 'Школа', 'директор')");
        person(jdbc, 1, "Cоколов", "Tарас", "Oсипович", null, "cоколов tарас oсипович"); // Latin C, T, O
        person(jdbc, 2, "Зай\u200bцев", "Андре\u0438\u0306", null, null, "зай\u200bцев андре\u0438\u0306");
        person(jdbc, 3, "Примеров", "Пётр", "Петрович", null, "примеров петр петрович");
        person(jdbc, 4, "Cоколов", "Тарас", "Осипович", 3, "");
        jdbc.update("insert into programme (id, school_id, roadmap, school_year, state, started_on)"
                + " values (1, 's', 'target-model', '2025-2026', 'RUNNING', date '2025-09-01')");
        jdbc.update("insert into participant (id, version, programme_id, person_id, role, category, status, status_on,"
                + " capacity, changed_by, changed_at) values (1, 0, 1, 1, 'MENTEE', 'PUPIL', 'REGISTERED',"
                + " date '2025-09-01', 0, 'x', timestamp '2025-09-01 00:00:00')");
        topic(jdbc, "xимия", "Xимия"); // a Latin x
        topic(jdbc, "химия", "Химия");
        topic(jdbc, "aлгебра", "Aлгебра"); // a Latin a
        partner(jdbc, 1, "ООО «Cевер»", "ооо cевер"); // a Latin c
        partner(jdbc, 2, "OAO «Юг»", "oao юг"); // Latin OAO
        partner(jdbc, 3, "ОАО «Юг»", "оао юг");

        flyway(database, binary)
                .target("36")
                .javaMigrations(new PlainKeys())
                .load()
                .migrate();

        assertThat(key(jdbc, 1)).isEqualTo("соколов тарас осипович").isEqualTo(NameKey.of("Соколов Тарас Осипович"));
        assertThat(key(jdbc, 2)).isEqualTo("зайцев андрей");
        assertThat(key(jdbc, 3)).isEqualTo("примеров петр петрович");
        assertThat(key(jdbc, 4)).as("found by nobody, as before").isEmpty();
        assertThat(jdbc.queryForList("select id from person where compared = false order by id", Integer.class))
                .as("compared once more, and nobody else")
                .containsExactly(1, 2);
        assertThat(jdbc.queryForObject("select last_name from person where id = 1", String.class))
                .as("shown as it was entered")
                .isEqualTo("Cоколов");
        assertThat(jdbc.queryForList("select topic_key from participant_topic order by topic_key", String.class))
                .containsExactly("алгебра", "химия");
        assertThat(jdbc.queryForList("select search_key from partner order by id", String.class))
                .containsExactly(SearchKey.of("ООО «Север»"), "oao юг", "оао юг");
    }

    private static FluentConfiguration flyway(DataSource database, String binary) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(Map.of("binary", binary));
    }

    private static void person(
            JdbcTemplate jdbc, int id, String last, String first, String middle, Integer mergedInto, String key) {
        jdbc.update(
                "insert into person (id, version, school_id, last_name, first_name, middle_name, merged_into, name_key,"
                        + " compared, changed_by, changed_at)"
                        + " values (?, 0, 's', ?, ?, ?, ?, ?, true, 'x', timestamp '2025-09-01 00:00:00')",
                id,
                last,
                first,
                middle,
                mergedInto,
                key);
    }

    private static void topic(JdbcTemplate jdbc, String key, String wording) {
        jdbc.update(
                "insert into participant_topic (participant_id, kind, topic_key, wording) values (1, 'REQUEST', ?, ?)",
                key,
                wording);
    }

    private static void partner(JdbcTemplate jdbc, int id, String name, String key) {
        jdbc.update(
                "insert into partner (id, version, school_id, kind, name, search_key, changed_by, changed_at)"
                        + " values (?, 0, 's', 'OTHER', ?, ?, 'x', timestamp '2025-09-01 00:00:00')",
                id,
                name,
                key);
    }

    private static String key(JdbcTemplate jdbc, int person) {
        return jdbc.queryForObject("select name_key from person where id = ?", String.class, person);
    }
}
