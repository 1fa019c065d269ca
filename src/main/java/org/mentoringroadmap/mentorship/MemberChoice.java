package org.mentoringroadmap.mentorship;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantRole;

/**
 * Members chosen from the registers.
 *
 * @param mentorId id of a participant; null where no mentor was chosen
 * @param menteeIds ids of participants; may be empty
 */
public record MemberChoice(Long mentorId, List<Long> menteeIds) {
    /** Nobody: the pair has a code only, lists of names stay with the school. */
    public static final MemberChoice NOBODY = new MemberChoice(null, List.of());

    /** Drops what is chosen twice. */
    public MemberChoice {
        menteeIds = menteeIds == null
                ? List.of()
                : menteeIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Whether nobody was chosen. */
    public boolean isEmpty() {
        return mentorId == null && menteeIds.isEmpty();
    }

    Set<Long> all() {
        Set<Long> all = new HashSet<>(menteeIds);
        if (mentorId != null) {
            all.add(mentorId);
        }
        return all;
    }

    ParticipantRole roleOf(Long participantId) {
        return participantId.equals(mentorId) ? ParticipantRole.MENTOR : ParticipantRole.MENTEE;
    }
}
