package org.mentoringroadmap.matching.preference;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what both sides said after the group meeting. */
@Component
public class PreferenceStore {
    private record Line(Long from, Long to, Integer place) {}

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that was said in a programme, by who said it. */
    public Map<Long, PreferenceAnswer> of(Long programmeId) {
        Map<Long, List<Long>> ranked = new HashMap<>();
        Map<Long, Set<Long>> refused = new HashMap<>();
        List<Long> answered = jdbc.sql("select participant_id from matching_answer where programme_id = ?")
                .param(programmeId)
                .query(Long.class)
                .list();
        jdbc.sql("select p.from_id, p.to_id, p.place from matching_preference p join matching_answer a on"
                        + " a.participant_id = p.from_id where a.programme_id = ? order by p.from_id, p.place,"
                        + " p.to_id")
                .param(programmeId)
                .query((row, number) ->
                        new Line(row.getLong("from_id"), row.getLong("to_id"), row.getObject("place", Integer.class)))
                .list()
                .forEach(line -> {
                    if (line.place() == null) {
                        refused.computeIfAbsent(line.from(), id -> new HashSet<>())
                                .add(line.to());
                    } else {
                        ranked.computeIfAbsent(line.from(), id -> new ArrayList<>())
                                .add(line.to());
                    }
                });
        Map<Long, PreferenceAnswer> said = new HashMap<>();
        answered.forEach(id -> said.put(
                id,
                new PreferenceAnswer(true, ranked.getOrDefault(id, List.of()), refused.getOrDefault(id, Set.of()))));
        return said;
    }

    /** When it was written down that somebody of a programme has said something, by who said it. */
    Map<Long, LocalDateTime> answeredAt(Long programmeId) {
        Map<Long, LocalDateTime> at = new HashMap<>();
        jdbc.sql("select participant_id, answered_at from matching_answer where programme_id = ?")
                .param(programmeId)
                .query(row -> {
                    at.put(row.getLong("participant_id"), row.getObject("answered_at", LocalDateTime.class));
                });
        return at;
    }

    /** Replaces what one participant said. */
    void save(Held programme, Long fromId, List<Long> ranked, Set<Long> refused, String login, LocalDateTime now) {
        forgetSaidBy(List.of(fromId));
        jdbc.sql("insert into matching_answer (participant_id, programme_id, answered_by, answered_at)"
                        + " values (?, ?, ?, ?)")
                .params(fromId, programme.programmeId(), login, now)
                .update();
        for (int i = 0; i < ranked.size(); i++) {
            insert(fromId, ranked.get(i), i + 1);
        }
        new TreeSet<>(refused).forEach(to -> insert(fromId, to, null));
    }

    private void insert(Long fromId, Long toId, Integer place) {
        jdbc.sql("insert into matching_preference (from_id, to_id, place) values (:from, :to, cast(:place as integer))")
                .param("from", fromId)
                .param("to", toId)
                .param("place", place)
                .update();
    }

    private void forgetSaidBy(Collection<Long> participantIds) {
        jdbc.sql("delete from matching_preference where from_id in (:ids)")
                .param("ids", participantIds)
                .update();
        jdbc.sql("delete from matching_answer where participant_id in (:ids)")
                .param("ids", participantIds)
                .update();
    }

    /** Takes away what these said and what was said about them. */
    public void forget(Collection<Long> participantIds) {
        forgetSaidBy(participantIds);
        jdbc.sql("delete from matching_preference where to_id in (:ids)")
                .param("ids", participantIds)
                .update();
    }
}
