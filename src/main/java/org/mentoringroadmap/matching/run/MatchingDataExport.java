package org.mentoringroadmap.matching.run;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mentoringroadmap.register.MatchingHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of matching for somebody who asks what is kept of him or her. */
@Component
class MatchingDataExport implements MatchingHistory {
    private final JdbcClient jdbc;

    MatchingDataExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Long participantId) {
        List<Entry> all = new ArrayList<>(answers(participantId));
        all.addAll(proposals(participantId));
        all.addAll(marks(participantId));
        all.sort(Comparator.comparing(Entry::at));
        return all;
    }

    private List<Entry> answers(Long participantId) {
        return jdbc.sql("select a.answered_at, count(p.place) as named, count(p.to_id) - count(p.place) as refused"
                        + " from matching_answer a left join matching_preference p on p.from_id = a.participant_id"
                        + " where a.participant_id = ? group by a.answered_at")
                .param(participantId)
                .query((row, number) -> new Entry(
                        row.getObject("answered_at", LocalDateTime.class),
                        "matching.kept.answer",
                        List.of(row.getString("named"), row.getString("refused"))))
                .list();
    }

    private List<Entry> proposals(Long participantId) {
        return jdbc.sql("select r.started_at, r.number, p.mentor_id, p.score from matching_proposal p"
                        + " join matching_run r on r.id = p.run_id where p.mentee_id = :id or p.mentor_id = :id"
                        + " order by p.id")
                .param("id", participantId)
                .query((row, number) -> new Entry(
                        row.getObject("started_at", LocalDateTime.class),
                        row.getObject("mentor_id") == null ? "matching.kept.left" : "matching.kept.proposed",
                        List.of(row.getString("number"), score(row.getDouble("score")))))
                .list();
    }

    private List<Entry> marks(Long participantId) {
        return jdbc.sql("select made_at, kind, reason from matching_mark where mentee_id = :id or mentor_id = :id"
                        + " order by id")
                .param("id", participantId)
                .query((row, number) -> new Entry(
                        row.getObject("made_at", LocalDateTime.class),
                        "matching.kept.mark." + row.getString("kind"),
                        List.of(Objects.requireNonNullElse(row.getString("reason"), ""))))
                .list();
    }

    private static String score(double score) {
        return String.format(Locale.forLanguageTag("ru"), "%.2f", score);
    }
}
