package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;

/**
 * A line of a register.
 *
 * @param className class of a pupil; empty for others
 * @param wordings what a mentee asks for or a mentor can give, with commas between
 * @param consents all of the person, the newest first
 * @param missing kinds that the person should have given and of which none counts in the programme
 */
public record RegisterRow(
        Participant participant,
        String className,
        String wordings,
        List<ConsentState> consents,
        List<ConsentKind> missing) {
    /**
     * What a consent is worth.
     *
     * @param state today
     * @param until last day that the programme needs a consent for
     */
    public record ConsentState(Consent consent, Consent.State state, LocalDate until) {
        /** Whether it counts in the programme ({@link Consent#counts}). */
        public boolean counts() {
            return consent.counts(until);
        }

        /** Whether it is valid today and was signed when the programme's year was over: it is one of a later year. */
        public boolean beginsTooLate() {
            return state == Consent.State.VALID && consent.signedOn().isAfter(until);
        }

        /** Whether it is valid today and ends before the programme's year does: a new one is to be signed. */
        public boolean endsTooSoon() {
            return state == Consent.State.VALID && !counts() && !beginsTooLate();
        }
    }

    /** The person's consent of a kind in this role: one that counts if any does, else the newest; empty for none. */
    public Optional<ConsentState> consent(ConsentKind kind) {
        List<ConsentState> ofKind = consents.stream()
                .filter(each -> each.consent().kind() == kind && each.consent().covers(participant.role()))
                .toList();
        return ofKind.stream()
                .filter(ConsentState::counts)
                .findFirst()
                .or(() -> ofKind.stream().findFirst());
    }
}
