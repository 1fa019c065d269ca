package org.mentoringroadmap.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.ConflictException;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has consented to the processing of the data that a role needs. Before it, and after the consent was
 * withdrawn or has run out, nothing is entered but what preparing the consent needs: name, class, birthday, the
 * representative and how to reach them.
 */
@Component
public class ConsentGate {
    private final ParticipantRepository participants;
    private final Programmes programmes;
    private final Clock clock;

    ConsentGate(ParticipantRepository participants, Programmes programmes, Clock clock) {
        this.participants = participants;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Whether the person has consented, as somebody in that role and for the programme's year. */
    public boolean isOpen(Programme programme, Long personId, ParticipantRole role) {
        return participants.hasConsented(personId, role == ParticipantRole.MENTEE, day(programme));
    }

    /** The same of a participant. */
    public boolean isOpen(Participant participant) {
        return isOpen(
                programmes.get(participant.programmeId()), participant.person().id(), participant.role());
    }

    /** Whether the person behind the participant has ever consented in that role. */
    boolean wasEverOpen(Participant participant) {
        return participants.hasEverConsented(participant.person().id(), participant.role() == ParticipantRole.MENTEE);
    }

    /** Keys of the people of the programme's school who have. */
    public Set<Long> consented(Programme programme, ParticipantRole role) {
        return participants.consented(programme.schoolId(), role == ParticipantRole.MENTEE, day(programme));
    }

    /**
     * Demands the consent.
     *
     * @throws ConflictException {@code participant.no-consent}
     */
    public void require(Participant participant) {
        if (!isOpen(participant)) {
            throw new ConflictException("participant.no-consent");
        }
    }

    /** A year that is over is written up by the consents that were valid in it. */
    private LocalDate day(Programme programme) {
        LocalDate today = LocalDate.now(clock);
        LocalDate end = LocalDate.of(programme.schoolYear().secondYear(), Month.AUGUST, 31);
        return today.isBefore(end) ? today : end;
    }
}
