package org.mentoringroadmap.platform.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.shared.SearchKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keys by which stored names and titles are compared are made anew, once: who was entered with a Latin «С», an invisible
 * character or letters in two parts is found under the plain name from now on, without being saved again. What is shown
 * stays as it was entered. No SQL knows what is invisible.
 */
@Component
class PlainKeys implements JavaMigration {
    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("036");
    private static final int CHECKSUM = 1;

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "plain keys";
    }

    @Override
    public Integer getChecksum() {
        return CHECKSUM;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        people(jdbc);
        topics(jdbc);
        titles(jdbc, "partner", "name", "school_id");
        titles(jdbc, "programme_card", "title", "school_id || '/' || form");
    }

    /** Whoever gets another key is compared with everybody else once more. */
    private static void people(JdbcTemplate jdbc) {
        List<Object[]> changes = jdbc
                .queryForList(
                        "select id, last_name, first_name, middle_name, name_key from person where merged_into is null")
                .stream()
                .map(row -> new Object[] {
                    NameKey.of(Stream.of("last_name", "first_name", "middle_name")
                            .map(row::get)
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .collect(Collectors.joining(" "))),
                    row.get("id"),
                    row.get("name_key")
                })
                .filter(change -> !change[0].equals(change[2]))
                .map(change -> new Object[] {change[0], change[1]})
                .toList();
        jdbc.batchUpdate("update person set name_key = ?, compared = false where id = ?", changes);
    }

    /** Two topics of one participant that are one now are one. */
    private static void topics(JdbcTemplate jdbc) {
        Set<List<Object>> taken = new HashSet<>();
        List<Map<String, Object>> rows = jdbc.queryForList(
                "select participant_id, kind, topic_key, wording from participant_topic order by topic_key");
        rows.forEach(row -> taken.add(place(row, row.get("topic_key"))));
        for (Map<String, Object> row : rows) {
            String key = NameKey.of((String) row.get("wording"));
            List<Object> old = place(row, row.get("topic_key"));
            if (key.isEmpty() || key.equals(row.get("topic_key"))) {
                continue;
            }
            String where = " where participant_id = ? and kind = ? and topic_key = ?";
            if (taken.add(place(row, key))) {
                jdbc.update(
                        "update participant_topic set topic_key = ?" + where, key, old.get(0), old.get(1), old.get(2));
            } else {
                jdbc.update("delete from participant_topic" + where, old.toArray());
            }
        }
    }

    private static List<Object> place(Map<String, Object> row, Object key) {
        return List.of(row.get("participant_id"), row.get("kind"), key);
    }

    /** Where a school has two that are one now, both stay as they are until somebody takes one away. */
    private static void titles(JdbcTemplate jdbc, String table, String title, String place) {
        List<Map<String, Object>> rows = jdbc.queryForList(
                "select id, " + title + " as title, search_key, " + place + " as place from " + table + " order by id");
        Set<List<Object>> taken = new HashSet<>();
        rows.forEach(row -> taken.add(List.of(row.get("place"), row.get("search_key"))));
        for (Map<String, Object> row : rows) {
            String key = SearchKey.of((String) row.get("title"));
            if (!key.isEmpty() && taken.add(List.of(row.get("place"), key))) {
                jdbc.update("update " + table + " set search_key = ? where id = ?", key, row.get("id"));
            }
        }
    }
}
