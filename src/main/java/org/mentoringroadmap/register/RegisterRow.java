package org.mentoringroadmap.register;

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
 * @param missing kinds that the person should have given and of which none is valid today
 */
public record RegisterRow(
        Participant participant,
        String className,
        String wordings,
        List<ConsentState> consents,
        List<ConsentKind> missing) {
    /**
     * What a consent is worth today.
     *
     * @param state today
     */
    public record ConsentState(Consent consent, Consent.State state) {}

    /**
     * What the person's consent of a kind is worth today in this role: valid if any is, else as the newest; empty for
     * none.
     */
    public Optional<ConsentState> consent(ConsentKind kind) {
        List<ConsentState> ofKind = consents.stream()
                .filter(each -> each.consent().kind() == kind && each.consent().covers(participant.role()))
                .toList();
        return ofKind.stream()
                .filter(each -> each.state() == Consent.State.VALID)
                .findFirst()
                .or(() -> ofKind.stream().findFirst());
    }
}
