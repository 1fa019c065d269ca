package org.mentoringroadmap.mentorship;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.ParticipantCategory;

/**
 * Who stands in a pair or group, as far as they were chosen from the registers; for eyes that may see names.
 *
 * @param mentor empty where none was chosen from the register
 * @param mentees in the order of names; empty where none were chosen
 */
public record Members(Optional<NamedMember> mentor, List<NamedMember> mentees) {
    /** Nobody was chosen from the registers. */
    public static final Members NOBODY = new Members(Optional.empty(), List.of());

    /**
     * One of them.
     *
     * @param shortName family name and initials, and so much more as tells them from everybody in the registers of the programme
     * @param nameAndClass «Примеров Пётр Петрович, 5А», and so much more as tells namesakes apart
     * @param className «5А»; empty for whoever is no pupil
     * @param post what somebody works as, as the register knows it; empty where it does not
     * @param admitted whether the consent that let them in still stands
     * @param result what has come of it; empty before
     */
    public record NamedMember(
            Long participantId,
            String fullName,
            String shortName,
            String nameAndClass,
            String className,
            ParticipantCategory category,
            String post,
            boolean admitted,
            String result) {
        /** «Примеров П. П., 5А». */
        public String shortNameAndClass() {
            return className.isEmpty() || shortName.endsWith("(" + className + ")")
                    ? shortName
                    : shortName + ", " + className;
        }
    }

    /** The same as a choice. */
    public MemberChoice choice() {
        return new MemberChoice(
                mentor.map(NamedMember::participantId).orElse(null),
                mentees.stream().map(NamedMember::participantId).toList());
    }

    /** Mentor first. */
    public List<NamedMember> all() {
        return Stream.concat(mentor.stream(), mentees.stream()).toList();
    }
}
