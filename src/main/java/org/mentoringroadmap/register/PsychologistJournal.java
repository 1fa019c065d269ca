package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.admission.IneligibilityReason;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
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
 * only where two people have given the role ({@link PsychologistAccess}). Work with
 * a minor begins with the written consent of the parents (273-ФЗ, article 42 part 3): without one that was valid on the day
 * of the talk there is no entry. Of others nothing is written before they have consented to the processing of their data.
 */
@Service
@Transactional
public class PsychologistJournal {
    private static final int PAGE = 25;
    private static final int MAX_HINDERED = 50;
    private static final int MAX_TOPIC_LENGTH = 300;
    private static final int MAX_ADVICE_LENGTH = 4000;

    private final PsychologistNoteRepository notes;
    private final ParticipantRepository participants;
    private final Admissions admissions;
    private final ParticipantAccess access;
    private final PsychologistGate gate;
    private final ConsentGate consents;
    private final NoteRelease release;
    private final NotesAfterWithdrawal withdrawn;
    private final AuditTrail trail;

    PsychologistJournal(
            PsychologistNoteRepository notes,
            ParticipantRepository participants,
            Admissions admissions,
            ParticipantAccess access,
            PsychologistGate gate,
            ConsentGate consents,
            NoteRelease release,
            AuditTrail trail,
            NotesAfterWithdrawal withdrawn) {
        this.notes = notes;
        this.participants = participants;
        this.admissions = admissions;
        this.access = access;
        this.gate = gate;
        this.consents = consents;
        this.release = release;
        this.trail = trail;
        this.withdrawn = withdrawn;
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
     * What keeps the psychologist from working with a participant today: the consent of a minor that is not there; empty
     * where nothing does.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public Optional<IneligibilityReason> hindrance(Long participantId) {
        access.requireJournal();
        Participant participant = visible(participantId);
        return gate.hindered(List.of(participant), access.today()).contains(participant)
                ? Optional.of(admissions
                        .why(AdmissionPurpose.PSYCHOLOGIST, List.of(participantId), access.today())
                        .get(participantId))
                : Optional.empty();
    }

    /**
     * Whether nothing may be written any more: the data are erased, or the consent to processing is withdrawn.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public boolean isClosed(Long participantId) {
        access.requireJournal();
        return consents.isClosed(visible(participantId));
    }

    /**
     * Pupils of a programme with whom the psychologist may not work yet, neither talk nor measure at the entry, in the order
     * of names; no more than a page of them.
     *
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public List<Participant> hindered(Long programmeId) {
        access.requireJournal();
        List<Long> ids = participants.ids(
                access.toRead(programmeId).id(),
                null,
                "",
                ParticipantCategory.PUPIL,
                null,
                null,
                true,
                Set.of(-1L),
                ConsentKind.PSYCHOLOGICAL_HELP,
                access.today());
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Participant> found = participants.cards(ids.subList(0, Math.min(ids.size(), MAX_HINDERED)));
        return gate.hindered(
                found.stream()
                        .filter(participant -> participant.status().takesPart())
                        .toList(),
                access.today());
    }

    /**
     * Writes an entry.
     *
     * @throws UserInputException {@code journal.date}, {@code journal.topic}, {@code participant.too-long}
     * @throws ConflictException {@code participant.programme-completed}; {@code journal.no-consent} of a minor; {@code
     *     participant.no-consent} of anybody else; {@code participant.erased}, {@code participant.withdrawn}
     */
    public void write(Long participantId, Entry entry) {
        access.requireJournal();
        Participant participant = visible(participantId);
        access.running(access.toRead(participant.programmeId()));
        consents.requireNotClosed(participant);
        check(entry);
        gate.require(participant, entry.heldOn());
        fill(new PsychologistNote(participant), entry);
        trail.record(AuditEvent.of(AuditAct.NOTE_WRITTEN, participantId));
    }

    /**
     * Corrects an entry.
     *
     * @throws NotFoundException {@code journal.unknown}
     * @throws ConflictException {@code journal.no-consent} where the talk moves to a day on which there was none; {@code
     *     participant.erased}, {@code participant.withdrawn}
     */
    public void change(Long participantId, Long noteId, Entry entry) {
        PsychologistNote note = writable(participantId, noteId);
        consents.requireNotClosed(note.participant());
        check(entry);
        if (!entry.heldOn().equals(note.heldOn())) {
            gate.require(note.participant(), entry.heldOn());
        }
        fill(note, entry);
        trail.record(AuditEvent.of(AuditAct.NOTE_CHANGED, participantId));
    }

    /**
     * Takes an entry away.
     *
     * @throws NotFoundException {@code journal.unknown}
     */
    public void remove(Long participantId, Long noteId) {
        notes.delete(writable(participantId, noteId));
        trail.record(AuditEvent.of(AuditAct.NOTE_REMOVED, participantId));
    }

    /**
     * Adds the notes about a person, as they are now and in all the years, to what the person is given on request.
     *
     * @throws NotFoundException {@code participant.unknown}
     * @throws ConflictException {@code participant.erased}
     */
    public void release(Long participantId) {
        access.requireJournal();
        Person person = visible(participantId).person();
        consents.requireNotErased(person);
        release.release(person.id());
        trail.record(AuditEvent.of(AuditAct.NOTES_RELEASED, participantId));
    }

    /** Until when the notes about a participant are part of what the person is given; empty where they are not. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> releasedUntil(Long participantId) {
        access.requireJournal();
        return release.until(visible(participantId).person().id());
    }

    /** Day on which the notes about a participant are erased, since the consent that they rest on is withdrawn. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> eraseOn(Long participantId) {
        access.requireJournal();
        return withdrawn.eraseOn(visible(participantId).id());
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

    private void check(Entry entry) {
        if (entry.heldOn() == null || entry.heldOn().isAfter(access.today())) {
            throw new UserInputException("journal.date");
        }
    }

    private void fill(PsychologistNote note, Entry entry) {
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
