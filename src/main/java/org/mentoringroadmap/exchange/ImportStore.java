package org.mentoringroadmap.exchange;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.ConflictException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads and writes whole registers in batches. Thousands of cards at once are too many for entities, of which each would
 * fetch its own lists; the tables are the same.
 */
@Component
class ImportStore {
    private static final int BATCH = 500;

    /** A value of the sequences stands for the 49 keys below it, however Hibernate counts the block's ends. */
    private static final int BLOCK = 49;

    /**
     * A person whom the school knows.
     *
     * @param mergedInto whom a person that was entered twice has become; null as a rule
     */
    record KnownPerson(Long id, int version, Long mergedInto, PersonDetails details) {}

    /**
     * A participation in the programme.
     *
     * @param held what is kept apart until the person consents; null as a rule
     */
    record KnownParticipant(
            Long id,
            int version,
            Long personId,
            ParticipantRole role,
            ParticipantDetails details,
            ParticipantDetails held) {
        /** What is known, wherever it stands. */
        ParticipantDetails known() {
            return held == null ? details : held.inPlaceOf(details);
        }
    }

    /** A row to be written; the present details are null for a new one. */
    record PersonChange(Long id, int version, PersonDetails present, PersonDetails details) {}

    /** A row to be written; the present details are null for a new one. */
    record ParticipantChange(
            Long id, int version, Long personId, ParticipantDetails present, ParticipantDetails details) {}

    private record Child(Long participantId, Object... values) {}

    private final JdbcTemplate jdbc;
    private final HeldDetails held;

    ImportStore(JdbcTemplate jdbc, HeldDetails held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Everybody whom the school knows by name, those among them who were entered twice. */
    List<KnownPerson> people(String schoolId) {
        return jdbc.query(
                "select id, version, merged_into, last_name, first_name, middle_name, birth_date, phone, email, organisation, post,"
                        + " staff_member_id, representative_name, representative_relation, representative_phone"
                        + " from person where school_id = ? and anonymised_on is null order by id",
                (row, index) -> new KnownPerson(
                        row.getLong(1),
                        row.getInt(2),
                        row.getObject(3, Long.class),
                        new PersonDetails(
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                row.getObject(12, Long.class),
                                row.getString(13),
                                row.getString(14),
                                row.getString(15))),
                schoolId);
    }

    /** All participations of the programme; with their lists those of the role. */
    List<KnownParticipant> participants(Long programmeId, ParticipantRole role) {
        Map<Long, ParticipantDetails> apart = held.of(programmeId, role);
        Map<Long, Set<MentoringForm>> forms =
                children(programmeId, role, "participant_form", "c.form", row -> MentoringForm.valueOf(text(row, 2)));
        Map<Long, Set<RoleModel>> roleModels = children(
                programmeId, role, "participant_role_model", "c.role_model", row -> RoleModel.valueOf(text(row, 2)));
        Map<Long, Set<Need>> needs =
                children(programmeId, role, "participant_need", "c.need", row -> Need.valueOf(text(row, 2)));
        Map<Long, Set<Topic>> topics = children(
                programmeId,
                role,
                "participant_topic",
                "c.kind, c.topic_key, c.wording",
                row -> new Topic(TopicKind.valueOf(text(row, 2)), text(row, 3), text(row, 4)));
        Map<Long, Set<Hour>> hours = children(
                programmeId, role, "participant_hour", "c.day_of_week, c.from_minute, c.to_minute", ImportStore::hour);
        return jdbc.query(
                "select id, version, person_id, role, category, class_id, capacity, age_from, age_to, achievements,"
                        + " difficulties from participant where programme_id = ?",
                (row, index) -> {
                    Long id = row.getLong(1);
                    return new KnownParticipant(
                            id,
                            row.getInt(2),
                            row.getLong(3),
                            ParticipantRole.valueOf(row.getString(4)),
                            new ParticipantDetails(
                                    ParticipantCategory.valueOf(row.getString(5)),
                                    row.getObject(6, Long.class),
                                    row.getInt(7),
                                    row.getObject(8, Integer.class),
                                    row.getObject(9, Integer.class),
                                    row.getString(10),
                                    row.getString(11),
                                    forms.getOrDefault(id, Set.of()),
                                    roleModels.getOrDefault(id, Set.of()),
                                    List.copyOf(topics.getOrDefault(id, Set.of())),
                                    hours.getOrDefault(id, Set.of()),
                                    needs.getOrDefault(id, Set.of())),
                            apart.get(id));
                },
                programmeId);
    }

    private <T> Map<Long, Set<T>> children(
            Long programmeId, ParticipantRole role, String table, String columns, Function<ResultSet, T> read) {
        Map<Long, Set<T>> children = new HashMap<>();
        jdbc.query(
                "select c.participant_id, " + columns + " from " + table
                        + " c join participant p on p.id = c.participant_id where p.programme_id = ? and p.role = ?",
                row -> {
                    children.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                            .add(read.apply(row));
                },
                programmeId,
                role.name());
        return children;
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Hour hour(ResultSet row) {
        try {
            return new Hour(row.getInt(2), row.getInt(3), row.getInt(4));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys for new people. */
    Deque<Long> personIds(int count) {
        return ids("select nextval('person_seq')", count);
    }

    /** Keys for new participants. */
    Deque<Long> participantIds(int count) {
        return ids("select nextval('participant_seq')", count);
    }

    private Deque<Long> ids(String next, int count) {
        Deque<Long> ids = new ArrayDeque<>(count + BLOCK);
        while (ids.size() < count) {
            Long end = jdbc.queryForObject(next, Long.class);
            for (long id = Math.max(end - BLOCK, 1); id < end; id++) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * Writes people, new and changed.
     *
     * @throws ConflictException {@code import.changed-meanwhile}
     */
    void writePeople(String schoolId, Collection<PersonChange> all, String login, LocalDateTime now) {
        batch(
                "insert into person (version, school_id, last_name, first_name, middle_name, name_key, birth_date, phone,"
                        + " email, organisation, post, staff_member_id, representative_name, representative_relation,"
                        + " representative_phone, changed_by, changed_at, id)"
                        + " values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                all.stream().filter(change -> change.present() == null).toList(),
                (statement, change) -> {
                    statement.setString(1, schoolId);
                    set(statement, 2, change.details(), login, now);
                    statement.setLong(17, change.id());
                });
        requireAll(batch(
                "update person set last_name = ?, first_name = ?, middle_name = ?, name_key = ?, birth_date = ?,"
                        + " compared = false, phone = ?, email = ?, organisation = ?, post = ?, staff_member_id = ?,"
                        + " representative_name = ?, representative_relation = ?, representative_phone = ?,"
                        + " changed_by = ?, changed_at = ?, version = version + 1 where id = ? and version = ?",
                all.stream().filter(change -> change.present() != null).toList(),
                (statement, change) -> {
                    int next = set(statement, 1, change.details(), login, now);
                    statement.setLong(next, change.id());
                    statement.setInt(next + 1, change.version());
                }));
    }

    private static int set(
            PreparedStatement statement, int first, PersonDetails person, String login, LocalDateTime now)
            throws SQLException {
        int i = first;
        statement.setString(i++, person.lastName());
        statement.setString(i++, person.firstName());
        statement.setString(i++, person.middleName());
        statement.setString(i++, NameKey.of(person.fullName()));
        statement.setDate(i++, person.birthDate() == null ? null : Date.valueOf(person.birthDate()));
        statement.setString(i++, person.phone());
        statement.setString(i++, person.email());
        statement.setString(i++, person.organisation());
        statement.setString(i++, person.post());
        statement.setObject(i++, person.staffMemberId(), Types.BIGINT);
        statement.setString(i++, person.representativeName());
        statement.setString(i++, person.representativeRelation());
        statement.setString(i++, person.representativePhone());
        statement.setString(i++, login);
        statement.setObject(i++, now);
        return i;
    }

    /**
     * Writes participants with their lists, new and changed; a new one is proposed today.
     *
     * @throws ConflictException {@code import.changed-meanwhile}
     */
    void writeParticipants(
            Long programmeId,
            ParticipantRole role,
            Collection<ParticipantChange> all,
            LocalDate today,
            String login,
            LocalDateTime now) {
        List<ParticipantChange> created =
                all.stream().filter(change -> change.present() == null).toList();
        batch(
                "insert into participant (version, programme_id, role, status, status_on, person_id, category, class_id,"
                        + " capacity, age_from, age_to, achievements, difficulties, changed_by, changed_at, id)"
                        + " values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                created,
                (statement, change) -> {
                    statement.setLong(1, programmeId);
                    statement.setString(2, role.name());
                    statement.setString(3, ParticipantStatus.PROPOSED.name());
                    statement.setDate(4, Date.valueOf(today));
                    statement.setLong(5, change.personId());
                    set(statement, 6, change.details(), login, now);
                    statement.setLong(15, change.id());
                });
        batch(
                "insert into participant_status (status, status_on, changed_by, changed_at, participant_id)"
                        + " values (?, ?, ?, ?, ?)",
                created,
                (statement, change) -> {
                    statement.setString(1, ParticipantStatus.PROPOSED.name());
                    statement.setDate(2, Date.valueOf(today));
                    statement.setString(3, login);
                    statement.setObject(4, now);
                    statement.setLong(5, change.id());
                });
        requireAll(batch(
                "update participant set category = ?, class_id = ?, capacity = ?, age_from = ?, age_to = ?,"
                        + " achievements = ?, difficulties = ?, changed_by = ?, changed_at = ?, version = version + 1"
                        + " where id = ? and version = ?",
                all.stream().filter(change -> change.present() != null).toList(),
                (statement, change) -> {
                    int next = set(statement, 1, change.details(), login, now);
                    statement.setLong(next, change.id());
                    statement.setInt(next + 1, change.version());
                }));
        write(all, "participant_form", "form", ParticipantDetails::forms, form -> new Object[] {form.name()});
        write(all, "participant_role_model", "role_model", ParticipantDetails::roleModels, model ->
                new Object[] {model.name()});
        write(all, "participant_need", "need", ParticipantDetails::needs, need -> new Object[] {need.name()});
        write(all, "participant_topic", "kind, topic_key, wording", details -> Set.copyOf(details.topics()), topic ->
                new Object[] {topic.kind().name(), topic.topicKey(), topic.wording()});
        write(all, "participant_hour", "day_of_week, from_minute, to_minute", ParticipantDetails::hours, hour ->
                new Object[] {hour.dayOfWeek(), hour.fromMinute(), hour.toMinute()});
    }

    private static int set(
            PreparedStatement statement, int first, ParticipantDetails details, String login, LocalDateTime now)
            throws SQLException {
        int i = first;
        statement.setString(i++, details.category().name());
        statement.setObject(i++, details.classId(), Types.BIGINT);
        statement.setInt(i++, details.capacity());
        statement.setObject(i++, details.ageFrom(), Types.INTEGER);
        statement.setObject(i++, details.ageTo(), Types.INTEGER);
        statement.setString(i++, details.achievements());
        statement.setString(i++, details.difficulties());
        statement.setString(i++, login);
        statement.setObject(i++, now);
        return i;
    }

    /** Writes one list of each participant where it is not what it was. */
    private <T> void write(
            Collection<ParticipantChange> all,
            String table,
            String columns,
            Function<ParticipantDetails, Set<T>> list,
            Function<T, Object[]> values) {
        List<ParticipantChange> cleared = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        for (ParticipantChange change : all) {
            Set<T> present = change.present() == null ? Set.of() : list.apply(change.present());
            Set<T> wanted = list.apply(change.details());
            if (present.equals(wanted)) {
                continue;
            }
            if (!present.isEmpty()) {
                cleared.add(change);
            }
            wanted.forEach(value -> children.add(new Child(change.id(), values.apply(value))));
        }
        batch(
                "delete from " + table + " where participant_id = ?",
                cleared,
                (statement, change) -> statement.setLong(1, change.id()));
        int width = columns.split(",").length;
        batch(
                "insert into " + table + " (participant_id, " + columns + ") values (?" + ", ?".repeat(width) + ")",
                children,
                (statement, child) -> {
                    statement.setLong(1, child.participantId());
                    for (int i = 0; i < width; i++) {
                        statement.setObject(i + 2, child.values()[i]);
                    }
                });
    }

    private interface Setter<T> {
        void set(PreparedStatement statement, T item) throws SQLException;
    }

    private <T> int[][] batch(String sql, Collection<T> items, Setter<T> setter) {
        return items.isEmpty() ? new int[0][] : jdbc.batchUpdate(sql, items, BATCH, setter::set);
    }

    /** Nothing of the file is kept when somebody has changed one of the cards meanwhile. */
    private static void requireAll(int[][] counts) {
        for (int[] batch : counts) {
            for (int count : batch) {
                if (count == 0) {
                    throw new ConflictException("import.changed-meanwhile");
                }
            }
        }
    }
}
