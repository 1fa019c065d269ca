package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.person.PersonDetails;

/**
 * Everything that is kept of a person, as the person may ask for it (152-ФЗ, article 14). The psychologist's journal is
 * not among it: it is given by the psychologist.
 *
 * @param writtenAt when this was written
 */
public record PersonData(
        LocalDateTime writtenAt, PersonDetails person, List<Participation> participations, List<Given> consents) {

    /** The person as mentee or mentor of one programme. */
    public record Participation(
            String schoolYear,
            ParticipantRole role,
            String className,
            ParticipantDetails details,
            String hours,
            String result,
            List<Stood> story,
            List<MentorshipsInUse.MentorshipStory> pairs,
            List<MatchingHistory.Entry> matching,
            List<Admissions.LetIn> admissions,
            List<Seen> views) {}

    /** Where the person stood. */
    public record Stood(LocalDate on, ParticipantStatus status, String reason) {}

    /** Who has opened the card or taken its data along. */
    public record Seen(LocalDateTime at, String login) {}

    /**
     * A consent.
     *
     * @param scan name of the scanned paper, which is handed out beside this; null where none is kept
     */
    public record Given(
            ConsentKind kind,
            LocalDate signedOn,
            Set<Signer> signers,
            LocalDate validUntil,
            LocalDate withdrawnOn,
            Consent.State state,
            String scan) {}
}
