package org.mentoringroadmap.matching.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.preference.PreferenceCounts;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.springframework.stereotype.Component;

/** Who of a programme waits for a pair and would be let in today. */
@Component
class WaitingPeople {
    /**
     * Both sides, in the order of names.
     *
     * @param answered who has said whom they would like
     * @param classes of the school
     * @param classNames of the school
     */
    record People(
            List<Participant> mentees,
            List<Participant> mentors,
            Set<Long> answered,
            List<SchoolClass> classes,
            Map<Long, String> classNames) {
        List<Participant> side(ParticipantRole role) {
            return role == ParticipantRole.MENTOR ? mentors : mentees;
        }

        NamedPeople named(ParticipantRole role) {
            return new NamedPeople(side(role), classNames);
        }
    }

    private final Preferences preferences;
    private final ParticipantDirectory directory;
    private final SchoolClasses classes;

    WaitingPeople(Preferences preferences, ParticipantDirectory directory, SchoolClasses classes) {
        this.preferences = preferences;
        this.directory = directory;
        this.classes = classes;
    }

    People of(Programme programme) {
        PreferenceCounts counts = preferences.counts(programme.id());
        List<SchoolClass> all = classes.of(programme.schoolId(), programme.schoolYear());
        return new People(
                directory.of(both(counts.menteesAnswered(), counts.menteesMissing())),
                directory.of(both(counts.mentorsAnswered(), counts.mentorsMissing())),
                both(counts.menteesAnswered(), counts.mentorsAnswered()),
                all,
                all.stream().collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)));
    }

    private static Set<Long> both(Set<Long> some, Set<Long> others) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
