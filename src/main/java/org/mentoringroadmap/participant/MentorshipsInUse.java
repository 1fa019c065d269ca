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
     * What is kept of these participants in pairs and groups, the earliest first; also where they have left. Nothing is
     * said of the others in a pair: those data are theirs.
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
     */
    record MentorshipStory(
            Long participantId,
            String code,
            String state,
            LocalDate joinedOn,
            LocalDate leftOn,
            LocalDate startedOn,
            LocalDate endedOn,
            List<LocalDate> meetings) {}

    /**
     * A pair or group of a participant, as a card shows it.
     *
     * @param state key of its title in the bundle
     */
    record MentorshipOfParticipant(Long programmeId, Long id, String code, String state) {}
}
