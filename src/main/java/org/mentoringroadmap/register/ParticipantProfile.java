package org.mentoringroadmap.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;

/**
 * Everything that the acting account may see of a participant.
 *
 * @param person what is entered about the person; without birthday, contacts and representative for who may not read them
 * @param row the participant with class and consents
 * @param details what is entered; without special categories and difficulties for who may not read them
 * @param story where the participant has stood, first to last
 * @param others other participations of the same person, of all years
 * @param mayWrite whether the acting account may change it now
 * @param maySeeContacts whether birthday, contacts and representative are shown
 * @param maySeeNeeds whether special categories and difficulties are shown
 * @param needs special categories that the acting account may read
 * @param choices where the participant may be put by hand
 * @param closed whether nothing may be added any more, since the data are erased or the consent is withdrawn
 * @param names family names and initials of the staff by their logins
 */
public record ParticipantProfile(
        Programme programme,
        PersonDetails person,
        RegisterRow row,
        ParticipantDetails details,
        List<StatusChange> story,
        List<Other> others,
        boolean mayWrite,
        boolean maySeeContacts,
        boolean maySeeNeeds,
        Set<Need> needs,
        List<ParticipantStatus> choices,
        boolean closed,
        Map<String, String> names) {

    /** Another participation of the same person. */
    public record Other(Participant participant, Programme programme) {}

    /** Who acts under a login; the login itself where it is nobody's of the staff any more. */
    public String name(String login) {
        return names.getOrDefault(login, login);
    }

    /** Whose card it is. */
    public Participant participant() {
        return row.participant();
    }

    /** Hours as people write them. */
    public String hours() {
        return HoursText.format(details.hours());
    }
}
