package org.mentoringroadmap.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a list has brought of people who have not consented yet, beyond what preparing the consent needs. It is kept apart,
 * shown to nobody and used for nothing; it goes to the card when the consent is registered, and is erased after some days
 * ({@link HeldData}) otherwise.
 */
@Service
@Transactional
@Unguarded
public class HeldDetails {
    private static final int TOLD_DAYS = 30;

    /** How many people's data wait in a register, and when the first are erased; null for nobody. */
    public record Waiting(int people, LocalDate firstErasure) {}

    /** What was erased on a day because no consent came. */
    public record Erased(LocalDate on, int people) {}

    private record Line(Long programmeId, String role, int people) {}

    private final JdbcClient jdbc;
    private final JdbcOperations database;
    private final RowLocks rows;
    private final ObjectMapper json;
    private final ParticipantRepository participants;
    private final ParticipantAccess access;
    private final ConsentGate gate;
    private final ApplicationEventPublisher events;
    private final HeldData settings;
    private final OfferedData offered;
    private final AuditTrail trail;

    HeldDetails(
            JdbcClient jdbc,
            JdbcOperations database,
            RowLocks rows,
            ObjectMapper json,
            ParticipantRepository participants,
            ParticipantAccess access,
            ConsentGate gate,
            ApplicationEventPublisher events,
            HeldData settings,
            OfferedData offered,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.participants = participants;
        this.access = access;
        this.gate = gate;
        this.events = events;
        this.settings = settings;
        this.offered = offered;
        this.trail = trail;
    }

    /**
     * Keeps details apart, by participant of one register; what was kept of them before is replaced and its last day
     * stays.
     */
    public void keep(Long programmeId, ParticipantRole role, Map<Long, ParticipantDetails> held) {
        if (held.isEmpty()) {
            return;
        }
        Map<Long, Date> lastDays = new HashMap<>();
        jdbc.sql("select participant_id, erase_on from held_details where participant_id in (:ids)")
                .param("ids", held.keySet())
                .query((row, number) -> lastDays.put(row.getLong(1), row.getDate(2)))
                .list();
        Date lastDay = Date.valueOf(access.today().plusDays(settings.keepDays()));
        if (!lastDays.isEmpty()) {
            forget(lastDays.keySet());
        }
        String login = access.login();
        LocalDateTime now = access.now();
        database.batchUpdate(
                "insert into held_details (participant_id, programme_id, role, details, held_by, held_at, erase_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                held.entrySet().stream()
                        .map(each -> new Object[] {
                            each.getKey(),
                            programmeId,
                            role.name(),
                            write(each.getValue()),
                            login,
                            now,
                            lastDays.getOrDefault(each.getKey(), lastDay)
                        })
                        .toList());
    }

    /** Days for which something is kept apart. */
    public int keepDays() {
        return settings.keepDays();
    }

    /** What is kept of the participants of a register. */
    @Transactional(readOnly = true)
    public Map<Long, ParticipantDetails> of(Long programmeId, ParticipantRole role) {
        Map<Long, ParticipantDetails> held = new HashMap<>();
        jdbc.sql("select participant_id, details from held_details where programme_id = ? and role = ?")
                .params(programmeId, role.name())
                .query((row, number) -> held.put(row.getLong(1), read(row.getString(2))))
                .list();
        return held;
    }

    /** What is kept of one participant; empty as a rule. */
    @Transactional(readOnly = true)
    public Optional<ParticipantDetails> of(Long participantId) {
        return jdbc.sql("select details from held_details where participant_id = ?")
                .param(participantId)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** Day on which what is kept of a participant is erased; empty where nothing is kept. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> eraseOn(Long participantId) {
        return jdbc.sql("select erase_on from held_details where participant_id = ?")
                .param(participantId)
                .query((row, number) -> row.getDate(1).toLocalDate())
                .optional();
    }

    /** A consent stands: what waited for it goes to the cards. */
    public void moveIn(Long personId) {
        for (Participant participant : participants.findByPersonIdOrderById(personId)) {
            Optional<ParticipantDetails> held = of(participant.id());
            if (held.isPresent() && gate.isOpen(participant)) {
                ParticipantDetails all =
                        held.get().inPlaceOf(participant.details()).completedBy(participant.details());
                Set<Need> kept =
                        new HashSet<>(offered.needs(participant.person().schoolId()));
                kept.retainAll(gate.named(participant, all.needs()));
                participant.describe(all.only(kept));
                participant.changed(access.login(), access.now());
                forget(List.of(participant.id()));
                events.publishEvent(new RegisterChanged(participant.programmeId()));
            }
        }
    }

    /** The only consent is gone, since it was a mistake or another person's: what the cards hold beyond it waits again. */
    public void moveOut(Long personId) {
        for (Participant participant : participants.findByPersonIdOrderById(personId)) {
            ParticipantDetails details = participant.details();
            if (!gate.wasEverOpen(participant) && details.saysMoreThanAConsentNeeds(participant.role())) {
                keep(participant.programmeId(), participant.role(), Map.of(participant.id(), details));
                participant.describe(details.asAConsentNeeds(participant.role()));
                participant.changed(access.login(), access.now());
                events.publishEvent(new RegisterChanged(participant.programmeId()));
            }
        }
    }

    /** Erases what is kept of these. */
    public void forget(Collection<Long> participantIds) {
        database.batchUpdate(
                "delete from held_details where participant_id = ?",
                participantIds.stream().map(id -> new Object[] {id}).toList());
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        forget(participants.ofEveryEntry(person.personId()).stream()
                .map(Participant::id)
                .toList());
    }

    /** Somebody was entered twice in a register: what is kept of one entry is kept of the other, if that has nothing. */
    public void unite(Long keptId, Long closedId) {
        if (of(keptId).isEmpty()) {
            jdbc.sql("update held_details set participant_id = ? where participant_id = ?")
                    .params(keptId, closedId)
                    .update();
        }
        forget(List.of(closedId));
    }

    /** How many people of a register wait for their consent with something kept apart. */
    @Transactional(readOnly = true)
    public Waiting waiting(Long programmeId, ParticipantRole role) {
        return jdbc.sql("select count(*), min(erase_on) from held_details where programme_id = ? and role = ?")
                .params(programmeId, role.name())
                .query((row, number) -> new Waiting(
                        row.getInt(1),
                        row.getDate(2) == null ? null : row.getDate(2).toLocalDate()))
                .single();
    }

    /** What was erased in a register lately, the latest first. */
    @Transactional(readOnly = true)
    public List<Erased> erased(Long programmeId, ParticipantRole role) {
        return jdbc.sql("select erased_on, people from held_erasure where programme_id = ? and role = ?"
                        + " and erased_on > ? order by erased_on desc")
                .params(programmeId, role.name(), Date.valueOf(access.today().minusDays(TOLD_DAYS)))
                .query((row, number) -> new Erased(row.getDate(1).toLocalDate(), row.getInt(2)))
                .list();
    }

    /**
     * Erases what has waited long enough, in completed programmes too, and keeps how many people it was of. Repeated, on
     * another node too, it does no harm.
     *
     * @return of how many people
     */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public int eraseWhatHasWaited() {
        Date today = Date.valueOf(access.today());
        rows.select("select participant_id from held_details where erase_on <= ? order by participant_id")
                .param(today)
                .query(Long.class)
                .list();
        List<Line> lines = jdbc.sql("select programme_id, role, count(*) from held_details where erase_on <= ?"
                        + " group by programme_id, role")
                .param(today)
                .query((row, number) -> new Line(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
        lines.forEach(line -> note(line, today));
        lines.forEach(line -> trail.record(
                AuditEvent.of(AuditAct.HELD_DATA_ERASED, line.programmeId()).count(line.people())));
        return jdbc.sql("delete from held_details where erase_on <= ?")
                .param(today)
                .update();
    }

    private void note(Line line, Date today) {
        int known = jdbc.sql("update held_erasure set people = people + ? where programme_id = ? and role = ?"
                        + " and erased_on = ?")
                .params(line.people(), line.programmeId(), line.role(), today)
                .update();
        if (known == 0) {
            jdbc.sql("insert into held_erasure (programme_id, role, erased_on, people) values (?, ?, ?, ?)")
                    .params(line.programmeId(), line.role(), today, line.people())
                    .update();
        }
    }

    private String write(ParticipantDetails details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of a participant cannot be written", e);
        }
    }

    private ParticipantDetails read(String text) {
        try {
            return json.readValue(text, ParticipantDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of a participant cannot be read");
        }
    }
}
