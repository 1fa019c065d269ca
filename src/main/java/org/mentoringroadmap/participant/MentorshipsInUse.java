package org.mentoringroadmap.participant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The pairs and groups in which participants still stand; implemented by the feature that keeps pairs. */
public interface MentorshipsInUse {
    /**
     * A pair or group that works or is about to.
     *
     * @param code «П-001»
     */
    record OpenMentorship(Long programmeId, Long id, String code) {}

    /**
     * Those in which one of the participants stands.
     *
     * @param duties only those in which one of them has the duties of a worker's mentor
     */
    List<OpenMentorship> of(Collection<Long> participantIds, boolean duties);

    /** Which of these mentors stand in an open pair whose mentee works at the school. */
    Set<Long> mentorsOfWorkers(Collection<Long> participantIds);

    /** Every pair and group of a participant, the newest first; whether it is open says {@code state}. */
    List<MentorshipOfParticipant> history(Long participantId);

    /**
     * What is kept of these participants in pairs and groups, the earliest first; also where they have left. The others
     * of a pair are not named, in what is written about it neither: those data are theirs.
     */
    List<MentorshipStory> stories(Collection<Long> participantIds);

    /**
     * A participant's time in a pair or group.
     *
     * @param state key of its title in the bundle
     * @param joinedOn since when the participant stands in it
     * @param leftOn day of leaving; null for who stayed until its end
     * @param startedOn since when it meets; null before
     * @param endedOn day of its end; null before
     * @param meetings days of the meetings held while the participant stood in it
     * @param basis why it was formed; null where nothing is written
     * @param reason why it has ended; null where nothing is written
     * @param notes what is written about its meetings
     */
    record MentorshipStory(
            Long participantId,
            String code,
            String state,
            LocalDate joinedOn,
            LocalDate leftOn,
            LocalDate startedOn,
            LocalDate endedOn,
            List<LocalDate> meetings,
            String basis,
            String reason,
            List<String> notes) {}

    /** Searches for a mentor for these participants and mentors proposed in them, or them as mentors; the earliest first. */
    List<SearchStory> searches(Collection<Long> participantIds);

    /**
     * A search, or a proposal in one.
     *
     * @param proposal whether it is a proposal
     * @param closedOn null while it is open
     * @param reason what is written about its end; null where nothing is
     */
    record SearchStory(
            Long participantId, boolean proposal, String code, LocalDate openedOn, LocalDate closedOn, String reason) {}

    /**
     * A pair or group of a participant, as a card shows it.
     *
     * @param state key of its title in the bundle
     */
    record MentorshipOfParticipant(Long programmeId, Long id, String code, String state) {}
}
