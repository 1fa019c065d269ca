package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the psychologist's notes about a minor whose parents have withdrawn the consent to help. They rested on
 * it: nothing is added from that day on, and they are erased thirty days after it (152-ФЗ, article 21 part 5), unless the
 * parents have consented again. What a school must keep on another ground it keeps on paper.
 */
@Unguarded
@Service
@Transactional
public class NotesAfterWithdrawal {
    private static final int DAYS = 30;

    /** Notes {@code n} with the withdrawn consent {@code c} on which they rested and after which no other one stands. */
    private static final String WITHOUT_GROUND =
            " from psychologist_note n join participant p on p.id = n.participant_id"
                    + " join consent c on c.person_id = p.person_id where c.kind = 'PSYCHOLOGICAL_HELP'"
                    + " and c.withdrawn_on is not null and n.held_on <= c.withdrawn_on and not exists"
                    + " (select 1 from consent o where o.person_id = c.person_id and o.kind = c.kind and o.withdrawn_on is null"
                    + " and (o.signed_on >= c.withdrawn_on or o.valid_until >= :today))";

    private record Note(Long id, Long participantId) {}

    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final ParticipantAccess access;
    private final AuditTrail trail;

    NotesAfterWithdrawal(JdbcClient jdbc, RowLocks rows, ParticipantAccess access, AuditTrail trail) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.access = access;
        this.trail = trail;
    }

    /** Day on which notes about a participant are erased; empty where they rest on a consent, or there are none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> eraseOn(Long participantId) {
        return jdbc.sql("select c.withdrawn_on" + WITHOUT_GROUND + " and p.id = :id order by c.withdrawn_on"
                        + " fetch first 1 row only")
                .param("today", access.today())
                .param("id", participantId)
                .query(LocalDate.class)
                .optional()
                .map(day -> day.plusDays(DAYS));
    }

    /**
     * Erases the notes whose day has come. Repeated, on another node too, it does no harm.
     *
     * @return how many
     */
    @Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public int erase() {
        List<Long> due = jdbc.sql("select distinct n.id" + WITHOUT_GROUND + " and c.withdrawn_on <= :last")
                .param("today", access.today())
                .param("last", access.today().minusDays(DAYS))
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        List<Note> notes = rows.select(
                        "select id, participant_id from psychologist_note where id in (:ids) order by id")
                .param("ids", due)
                .query((row, number) -> new Note(row.getLong(1), row.getLong(2)))
                .list();
        if (notes.isEmpty()) {
            return 0;
        }
        Map<Long, Long> perPerson =
                notes.stream().collect(Collectors.groupingBy(Note::participantId, TreeMap::new, Collectors.counting()));
        perPerson.forEach((participantId, count) ->
                trail.record(AuditEvent.of(AuditAct.NOTES_ERASED, participantId).count(count.intValue())));
        return jdbc.sql("delete from psychologist_note where id in (:ids)")
                .param("ids", notes.stream().map(Note::id).toList())
                .update();
    }
}
