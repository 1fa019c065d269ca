package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.programme.PersonName;

/**
 * Who stands in a pair or group, as far as they were chosen from the registers; for eyes that may see names.
 *
 * @param mentor empty where none was chosen from the register
 * @param mentees in the order of names; empty where none were chosen
 */
public record Team(Optional<TeamMember> mentor, List<TeamMember> mentees) {
    /** Nobody was chosen from the registers. */
    public static final Team NOBODY = new Team(Optional.empty(), List.of());

    /**
     * One of them.
     *
     * @param className «5А»; empty for whoever is no pupil
     * @param admitted whether the consent that let them in still stands
     */
    public record TeamMember(
            Long participantId,
            String fullName,
            String className,
            ParticipantCategory category,
            boolean admitted,
            String result) {
        /** Family name and initials. */
        public String shortName() {
            return PersonName.initials(fullName);
        }

        /** «Примеров Пётр Петрович, 5А». */
        public String nameAndClass() {
            return className.isEmpty() ? fullName : fullName + ", " + className;
        }
    }

    /** Mentor first. */
    public List<TeamMember> all() {
        return java.util.stream.Stream.concat(mentor.stream(), mentees.stream()).toList();
    }
}
