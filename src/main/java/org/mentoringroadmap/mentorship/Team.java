package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param result what has come of it; empty before
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

    /** The same as a choice. */
    public MemberChoice choice() {
        return new MemberChoice(
                mentor.map(TeamMember::participantId).orElse(null),
                mentees.stream().map(TeamMember::participantId).toList());
    }

    /** Mentor first. */
    public List<TeamMember> all() {
        return Stream.concat(mentor.stream(), mentees.stream()).toList();
    }
}
