package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The psychologist's journal. Nobody but psychologists of the school reads or writes it, the administrator neither; and they
 * only where two people have given the role ({@link PsychologistAccess}). Nothing is written before the consent.
 */
@Service
@Transactional
public class PsychologistJournal {
    private static final int PAGE = 25;
    private static final int MAX_TOPIC_LENGTH = 300;
    private static final int MAX_ADVICE_LENGTH = 4000;

    private final PsychologistNoteRepository notes;
    private final ParticipantRepository participants;
    private final ParticipantAccess access;
    private final ConsentGate gate;
    private final NoteRelease release;

    PsychologistJournal(
            PsychologistNoteRepository notes,
            ParticipantRepository participants,
            ParticipantAccess access,
            ConsentGate gate,
            NoteRelease release) {
        this.notes = notes;
        this.participants = participants;
        this.access = access;
        this.gate = gate;
        this.release = release;
    }

    /**
     * What was talked about.
     *
     * @param heldOn day of the talk
     * @param advice may be null
     */
    public record Entry(LocalDate heldOn, String topic, String advice) {}

    /** Whether the acting account keeps the journal. */
    public boolean isMine() {
        return access.keepsJournal();
    }

    /**
     * One page of the journal of a programme, the latest talk first.
     *
     * @param text part of a participant's name; empty for all
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Page<PsychologistNote> of(Long programmeId, String text, int page) {
        access.requireJournal();
        return notes.page(access.toRead(programmeId).id(), NameKey.of(text), PageRequest.of(Math.max(page, 0), PAGE));
    }

    /**
     * Entries about one participant, the latest talk first.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public List<PsychologistNote> about(Long participantId) {
        access.requireJournal();
        return notes.findByParticipantIdOrderByHeldOnDescIdDesc(
                visible(participantId).id());
    }

    /**
     * Writes an entry.
     *
     * @throws UserInputException {@code journal.date}, {@code journal.topic}, {@code participant.too-long}
     * @throws ConflictException {@code participant.programme-completed}, {@code journal.no-consent}
     */
    public void write(Long participantId, Entry entry) {
        access.requireJournal();
        Participant participant = visible(participantId);
        access.running(access.toRead(participant.programmeId()));
        fill(new PsychologistNote(participant), entry);
    }

    /**
     * Corrects an entry.
     *
     * @throws ConflictException {@code journal.no-consent}
     * @throws NotFoundException {@code journal.unknown}
     */
    public void change(Long participantId, Long noteId, Entry entry) {
        fill(writable(participantId, noteId), entry);
    }

    /**
     * Takes an entry away.
     *
     * @throws NotFoundException {@code journal.unknown}
     */
    public void remove(Long participantId, Long noteId) {
        notes.delete(writable(participantId, noteId));
    }

    /**
     * Adds the notes about a person, as they are now and in all the years, to what the person is given on request.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    public void release(Long participantId) {
        access.requireJournal();
        release.release(visible(participantId).person().id());
    }

    /** Until when the notes about a participant are part of what the person is given; empty where they are not. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> releasedUntil(Long participantId) {
        access.requireJournal();
        return release.until(visible(participantId).person().id());
    }

    /** Who was let to the journal of a programme's school by whom, the latest first. */
    @Transactional(readOnly = true)
    public List<PsychologistAccess.Event> history(Long programmeId) {
        return access.journalHistory(access.toRead(programmeId).schoolId());
    }

    private PsychologistNote writable(Long participantId, Long noteId) {
        access.requireJournal();
        Programme programme = access.toRead(visible(participantId).programmeId());
        access.running(programme);
        return notes.findById(noteId)
                .filter(note -> note.participant().id().equals(participantId))
                .orElseThrow(() -> new NotFoundException("journal.unknown"));
    }

    private void fill(PsychologistNote note, Entry entry) {
        if (!gate.isOpen(note.participant())) {
            throw new ConflictException("journal.no-consent");
        }
        if (entry.heldOn() == null || entry.heldOn().isAfter(access.today())) {
            throw new UserInputException("journal.date");
        }
        String topic = text(entry.topic(), MAX_TOPIC_LENGTH);
        if (topic == null) {
            throw new UserInputException("journal.topic");
        }
        note.write(entry.heldOn(), topic, text(entry.advice(), MAX_ADVICE_LENGTH), access.login(), access.now());
        notes.save(note);
    }

    private static String text(String typed, int longest) {
        String clean = EnteredText.clean(typed);
        if (clean != null && clean.length() > longest) {
            throw new UserInputException("participant.too-long", String.valueOf(longest));
        }
        return clean;
    }

    private Participant visible(Long participantId) {
        return access.visible(
                participants.card(participantId).orElseThrow(() -> new NotFoundException("participant.unknown")));
    }
}
