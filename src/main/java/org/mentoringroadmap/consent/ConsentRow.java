package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.SchoolClass;

/**
 * A person on a list of consents.
 *
 * @param participant the participation that the consents are registered by
 * @param roles what the person is in this programme
 * @param cells one for each kind that this person may sign, in the order of {@link ConsentKind}
 */
public record ConsentRow(Participant participant, Set<ParticipantRole> roles, Map<ConsentKind, Cell> cells) {
    /**
     * One consent of a person.
     *
     * @param code what its paper carries
     * @param signers who has to sign on the day for which the list is asked
     * @param consent what is entered, the one that counts; null for nothing
     * @param state what that is worth today; null for nothing
     * @param counts whether that counts in the programme: it is not withdrawn and lasts until the programme's year ends
     * @param outgrown whether it is valid, but a birthday since its signature has changed who signs
     * @param lacking roles of the person in this programme in which no valid consent counts, while one does in another
     */
    public record Cell(
            ConsentCode code,
            Set<Signer> signers,
            Consent consent,
            Consent.State state,
            boolean counts,
            boolean outgrown,
            Set<ParticipantRole> lacking) {
        /** Whether it is valid today, but ends before the programme's year does: the paper of an earlier year. */
        public boolean endsTooSoon() {
            return state == Consent.State.VALID && !counts;
        }

        /** Whether a paper is to be signed: there is none that counts, it is outgrown, or it names another role. */
        public boolean missing() {
            return !counts || outgrown || !lacking.isEmpty();
        }

        /** Key of the text that says who signs. */
        public String signersKey() {
            return "consent.signs."
                    + (signers.size() == 2 ? "both" : signers.iterator().next());
        }
    }

    /** The cell of a kind; empty where the person does not sign it. */
    public Optional<Cell> of(ConsentKind kind) {
        return Optional.ofNullable(cells.get(kind));
    }

    /**
     * A class and how far its consents are.
     *
     * @param schoolClass null for people without a class
     * @param people how many take part
     * @param having how many of them have a consent that counts in the programme, by kind
     */
    public record Group(SchoolClass schoolClass, long people, Map<ConsentKind, Long> having) {
        /** Parameter of the page: the class's id, 0 for people without a class. */
        public long key() {
            return schoolClass == null ? 0 : schoolClass.id();
        }

        /** Whether everybody has consented to processing. */
        public boolean complete() {
            return having.getOrDefault(ConsentKind.PROCESSING, 0L) >= people;
        }
    }

    /** A list for a day, a page at a time. */
    public record Sheet(LocalDate day, List<ConsentRow> rows, int page, int pages, long total) {}
}
