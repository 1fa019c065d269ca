package org.mentoringroadmap.consent;

import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a list has brought before a consent follows the consent: in with it, out with an entry that was a mistake. */
@Component
class HeldUntilConsent {
    private final HeldDetails held;
    private final ParticipantRepository participants;

    HeldUntilConsent(HeldDetails held, ParticipantRepository participants) {
        this.held = held;
        this.participants = participants;
    }

    @EventListener
    void registered(ConsentRegistered consent) {
        if (consent.kind() == ConsentKind.PROCESSING) {
            held.moveIn(consent.personId());
        }
    }

    @EventListener
    void undone(ConsentUndone consent) {
        if (consent.kind() == ConsentKind.PROCESSING) {
            held.moveOut(consent.personId());
        }
    }

    /** Who withdraws wants less to be kept, not more to wait. */
    @EventListener
    void withdrawn(ConsentWithdrawn consent) {
        if (consent.kind() == ConsentKind.PROCESSING) {
            held.forget(participants.findByPersonIdOrderById(consent.personId()).stream()
                    .map(Participant::id)
                    .toList());
        }
    }
}
