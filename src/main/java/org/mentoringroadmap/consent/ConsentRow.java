package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.SchoolClass;

/**
 * A person on a list of consents.
 *
 * @param participant the participation that the person stands on the list with
 * @param participations what the person is in this programme
 * @param cells one for each kind that this person is asked for or has given, in the order of {@link ConsentKind}
 */
public record ConsentRow(Participant participant, List<Participant> participations, Map<ConsentKind, Cell> cells) {
    /**
     * A sheet that the person signs. Each names one purpose: who is mentee and mentor signs two to processing.
     *
     * @param participant the participation that it is registered for
     * @param code what it carries
     * @param missing whether it is to be signed: there is none that counts, it is outgrown, or does not name all data
     */
    public record Paper(Participant participant, ConsentCode code, boolean missing) {}

    /**
     * One kind of consent of a person.
     *
     * @param papers the sheets that are asked for; empty where only an earlier one is shown
     * @param signers who has to sign on the day for which the list is asked
     * @param consent what is entered, the one that counts; null for nothing
     * @param state what that is worth today; null for nothing
     * @param until last day that the programme needs a consent for
     * @param outgrown whether it is valid, but a birthday since its signature has changed who signs
     * @param unnamed whether it is valid, but does not name data that the school asks for since then
     * @param lacking roles of the person in this programme in which no valid consent counts, while one does in another
     */
    public record Cell(
            List<Paper> papers,
            Set<Signer> signers,
            Consent consent,
            Consent.State state,
            LocalDate until,
            boolean outgrown,
            boolean unnamed,
            Set<ParticipantRole> lacking) {
        /** Whether what is entered counts in the programme ({@link Consent#counts}). */
        public boolean counts() {
            return consent != null && consent.counts(until);
        }

        /** Whether it is valid today, but was signed when the programme's year was over: the paper of a later year. */
        public boolean beginsTooLate() {
            return state == Consent.State.VALID && consent.signedOn().isAfter(until);
        }

        /** Whether it is valid today, but ends before the programme's year does: the paper of an earlier year. */
        public boolean endsTooSoon() {
            return state == Consent.State.VALID && !counts() && !beginsTooLate();
        }

        /** Whether a paper is to be signed. */
        public boolean missing() {
            return papers.stream().anyMatch(Paper::missing);
        }

        /** Key of the text that says who signs. */
        public String signersKey() {
            return "consent.signs."
                    + (signers.size() == 2 ? "both" : signers.iterator().next());
        }
    }

    /** What the person is in this programme. */
    public Set<ParticipantRole> roles() {
        return participations.stream().map(Participant::role).collect(Collectors.toSet());
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
