package org.mentoringroadmap.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The rows that a list of mentees becomes, written by JDBC in batches and one transaction; nothing is read or checked. */
final class PlainRegister {
    private static final int BATCH = 500;

    /** Keys far above those of the sequences. */
    private static final AtomicLong NEXT = new AtomicLong(1_000_000_000);

    private PlainRegister() {}

    /** Different for each number, all with the same beginning. */
    static String lastName(int number) {
        String letters = "абвгдежзиклмнопрстуфхцчшщэ";
        int base = letters.length();
        return "Прим" + letters.charAt(number / base / base) + letters.charAt(number / base % base)
                + letters.charAt(number % base);
    }

    /** Spread over the years of a school. */
    static LocalDate birthday(int number) {
        return LocalDate.of(2009, 1, 1).plusDays(number * 37L % 3_650);
    }

    /** Answers how many people were written. */
    static long write(DataSource pool, String schoolId, Long programmeId, Long classId, int people) {
        long first = NEXT.getAndAdd(people);
        Timestamp now = Timestamp.valueOf(LocalDateTime.of(2026, 9, 1, 12, 0));
        LocalDate day = LocalDate.of(2026, 9, 1);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            batch(connection, PERSON, people, (row, i) -> {
                String name = lastName(i);
                set(row, first + i, schoolId, name, "Пётр", "Петрович", key(name), birthday(i));
                row.setString(8, "Примерова Анна Ивановна");
                row.setString(9, "мать");
                row.setString(10, "8 900 000-00-00");
                row.setString(11, "curator");
                row.setTimestamp(12, now);
            });
            batch(connection, PARTICIPANT, people, (row, i) -> {
                set(row, first + i, programmeId, first + i, classId, day);
                row.setTimestamp(6, now);
            });
            batch(
                    connection,
                    "insert into participant_status (participant_id, status, status_on, changed_by, changed_at)"
                            + " values (?, 'PROPOSED', ?, 'curator', ?)",
                    people,
                    (row, i) -> set(row, first + i, day, now));
            batch(
                    connection,
                    "insert into participant_form (participant_id, form) values (?, 'PUPIL_PUPIL')",
                    people,
                    (row, i) -> set(row, first + i));
            batch(
                    connection,
                    "insert into participant_hour (participant_id, day_of_week, from_minute, to_minute)"
                            + " values (?, 1, 840, 900)",
                    people,
                    (row, i) -> set(row, first + i));
            String[][] topics = {{"REQUEST", "математика"}, {"REQUEST", "чтение"}, {"INTEREST", "шахматы"}};
            batch(
                    connection,
                    "insert into participant_topic (participant_id, kind, topic_key, wording) values (?, ?, ?, ?)",
                    people * topics.length,
                    (row, i) -> {
                        String[] topic = topics[i % topics.length];
                        set(row, first + i / topics.length, topic[0], topic[1], topic[1]);
                    });
            connection.commit();
            return people;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String PERSON =
            "insert into person (version, id, school_id, last_name, first_name, middle_name, name_key, birth_date,"
                    + " representative_name, representative_relation, representative_phone, changed_by, changed_at)"
                    + " values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PARTICIPANT =
            "insert into participant (version, role, category, status, capacity, changed_by,"
                    + " id, programme_id, person_id, class_id, status_on, changed_at)"
                    + " values (0, 'MENTEE', 'PUPIL', 'PROPOSED', 0, 'curator', ?, ?, ?, ?, ?, ?)";

    private interface Row {
        void set(PreparedStatement row, int number) throws SQLException;
    }

    private static void batch(Connection connection, String sql, int rows, Row setter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                setter.set(statement, i);
                statement.addBatch();
                if (i % BATCH == BATCH - 1 || i == rows - 1) {
                    statement.executeBatch();
                }
            }
        }
    }

    private static void set(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private static String key(String lastName) {
        return lastName.toLowerCase(Locale.ROOT) + " петр петрович";
    }
}
