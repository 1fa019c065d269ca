package org.mentoringroadmap.support;

import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.Registers;

/** Cards of people who have consented: before it only what the consent needs can be entered. */
public final class Cards {
    private Cards() {}

    /** Enters the rest, as the acting account; answers the card as it is now. */
    public static Participant fill(Registers registers, Long participantId, ParticipantDetails details) {
        Participant now = registers.visible(participantId);
        registers.change(
                participantId,
                now.person().version(),
                now.version(),
                now.person().details(),
                details);
        return registers.visible(participantId);
    }
}
