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
import org.mentoringroadmap.person.Mentions;
import org.mentoringroadmap.person.PersonDetails;

/**
 * Everything that is kept of a person, as the person may ask for it (152-ФЗ, article 14). The psychologist's notes are among
 * it where the psychologist has added them.
 *
 * @param writtenAt when this was written
 * @param papers documents that name the person, which are not handed out: they name others too
 * @param mentions what was typed about other things, such as activities, and names the person, without the others
 * @param notes whether the psychologist keeps notes about the person, and whether they are here
 */
public record PersonData(
        LocalDateTime writtenAt,
        PersonDetails person,
        List<Participation> participations,
        List<Given> consents,
        List<PapersOfPerson.Paper> papers,
        List<Mentions.Mention> mentions,
        Notes notes) {

    /** The psychologist's notes: there are none, they are among these data, or the psychologist has not added all of them. */
    public enum Notes {
        NONE,
        ADDED,
        LEFT_OUT
    }

    /**
     * The person as mentee or mentor of one programme.
     *
     * @param held what a list has brought and waits for the consent; null as a rule
     */
    public record Participation(
            String schoolYear,
            ParticipantRole role,
            String className,
            ParticipantDetails details,
            ParticipantDetails held,
            String heldHours,
            String hours,
            String result,
            List<Stood> story,
            List<MentorshipsInUse.MentorshipStory> pairs,
            List<MentorshipsInUse.SearchStory> searches,
            List<MatchingHistory.Entry> matching,
            List<AnswersGiven.Given> answers,
            List<Noted> notes,
            List<AssessmentHistory.Line> assessments,
            List<Admissions.LetIn> admissions,
            List<Seen> views) {}

    /** A note of the psychologist; the advice may be null. */
    public record Noted(LocalDate on, String topic, String advice) {}

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
