package org.mentoringroadmap.register;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The psychologist's consent to hand out the notes about one person to that person. It holds for some days and for the notes
 * that were there when it was given; a later or corrected one needs another.
 */
@Component
class NoteRelease {
    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final PsychologistNoteRepository notes;
    private final ParticipantAccess access;

    NoteRelease(JdbcClient jdbc, PsychologistNoteRepository notes, ParticipantAccess access) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.access = access;
    }

    void release(Long personId) {
        jdbc.sql("delete from psychologist_release where person_id = ?")
                .param(personId)
                .update();
        jdbc.sql("insert into psychologist_release (person_id, released_by, released_at) values (?, ?, ?)")
                .params(personId, access.login(), access.now())
                .update();
    }

    /** Last day on which the notes are handed out; empty where they are not. */
    Optional<LocalDate> until(Long personId) {
        return releasedAt(personId).map(at -> at.toLocalDate().plusDays(DAYS));
    }

    /** How many notes there are about a person. */
    long count(Long personId) {
        return notes.countByParticipantPersonId(personId);
    }

    /** The notes about a participant that are handed out. */
    List<PsychologistNote> released(Long personId, Long participantId) {
        return releasedAt(personId)
                .map(at -> notes.findByParticipantIdOrderByHeldOnDescIdDesc(participantId).stream()
                        .filter(note -> !note.writtenAt().isAfter(at))
                        .toList())
                .orElse(List.of());
    }

    private Optional<LocalDateTime> releasedAt(Long personId) {
        return jdbc.sql("select released_at from psychologist_release where person_id = ?")
                .param(personId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toLocalDateTime)
                .filter(at -> !access.today().isAfter(at.toLocalDate().plusDays(DAYS)));
    }
}
