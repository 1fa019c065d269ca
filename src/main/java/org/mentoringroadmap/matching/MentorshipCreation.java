package org.mentoringroadmap.matching;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.ProgrammeLock.Held;

/** Makes pairs and groups. Implemented by the feature that keeps them. */
public interface MentorshipCreation {
    /**
     * Who belongs together.
     *
     * @param mentorId participant
     * @param menteeIds participants; more than one make a group
     * @param basis why, for the card of the pair
     */
    record PlannedMentorship(Long mentorId, List<Long> menteeIds, Optional<MentoringForm> form, String basis) {}

    /**
     * Forms all of them in the running transaction or none, everybody through the gate. What the session remembered before
     * is written and forgotten.
     *
     * @return ids in the order of the teams
     * @throws org.mentoringroadmap.shared.ConflictException when somebody is not let in or a mentor has no room
     */
    List<Long> form(Held programme, List<PlannedMentorship> teams);
}
