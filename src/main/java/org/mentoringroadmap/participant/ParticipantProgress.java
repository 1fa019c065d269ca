package org.mentoringroadmap.participant;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where participants come to stand by what happens to them elsewhere: a pair, a withdrawal. No role is asked. */
@Service
@Transactional
public class ParticipantProgress {
    private static final int MAX_RESULT_LENGTH = 2000;

    private final ParticipantRepository participants;
    private final StatusChangeRepository changes;
    private final Registers registers;
    private final MentorshipsInUse mentorships;
    private final ParticipantAccess access;

    ParticipantProgress(
            ParticipantRepository participants,
            StatusChangeRepository changes,
            Registers registers,
            MentorshipsInUse mentorships,
            ParticipantAccess access) {
        this.participants = participants;
        this.changes = changes;
        this.registers = registers;
        this.mentorships = mentorships;
        this.access = access;
    }

    /** They take part and have come to stand there; whoever has left or finished stays where they are. */
    public void advance(Collection<Long> ids, ParticipantStatus status, String reason) {
        of(ids).stream()
                .filter(participant -> participant.status().takesPart())
                .forEach(participant -> registers.move(participant, status, reason));
    }

    /** The pair is gone: they stand where they stood before it. */
    public void back(Collection<Long> ids, String reason) {
        of(ids).stream()
                .filter(participant -> participant.status() == ParticipantStatus.MATCHED)
                .forEach(participant -> registers.move(participant, before(participant), reason));
    }

    /** The end of a pair was entered by mistake: they are in it again. */
    public void again(Collection<Long> ids, String reason) {
        of(ids).stream()
                .filter(participant -> participant.status() != ParticipantStatus.LEFT)
                .forEach(participant -> registers.move(participant, ParticipantStatus.MATCHED, reason));
    }

    /** Whoever had left consents again before the own pair has ended: they are in it again. */
    public void returned(Collection<Long> ids, String reason) {
        of(ids).stream()
                .filter(participant -> participant.status() == ParticipantStatus.LEFT)
                .forEach(participant -> registers.move(participant, ParticipantStatus.MATCHED, reason));
    }

    /** They have left the programme, wherever they stood. */
    public void leave(Collection<Long> ids, String reason) {
        of(ids).stream()
                .filter(participant -> participant.status() != ParticipantStatus.FINISHED)
                .forEach(participant -> registers.move(participant, ParticipantStatus.LEFT, reason));
    }

    private ParticipantStatus before(Participant participant) {
        List<StatusChange> story = changes.findByParticipantIdOrderById(participant.id());
        ParticipantStatus last = ParticipantStatus.REGISTERED;
        for (StatusChange change : story) {
            if (change.status() != ParticipantStatus.MATCHED && change.status().takesPart()) {
                last = change.status();
            }
        }
        return last;
    }

    /**
     * The programme ends for everybody who still takes part and stands in no open pair, which says itself where they stand.
     *
     * @param status {@code FINISHED} or {@code CONTINUES}
     */
    public void conclude(Long programmeId, ParticipantStatus status) {
        List<Participant> taking = participants.takingPart(programmeId);
        List<Participant> free = taking.stream()
                .filter(participant ->
                        mentorships.of(List.of(participant.id()), false).isEmpty())
                .toList();
        free.forEach(participant -> registers.move(participant, status, null));
    }

    /** Adds a line to what has come of a participation; a line that stands there is not added again. */
    public void conclude(Long id, String line) {
        participants.card(id).ifPresent(participant -> {
            String before = participant.result().orElse("");
            String after = before.isEmpty() ? line : before + "\n" + line;
            if (!before.lines().toList().contains(line) && after.length() <= MAX_RESULT_LENGTH) {
                participant.conclude(after);
                participant.changed(access.login(), access.now());
            }
        });
    }

    private List<Participant> of(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : participants.cards(ids);
    }
}
