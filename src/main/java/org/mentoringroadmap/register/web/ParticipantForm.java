package org.mentoringroadmap.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The fields of a card as they were typed; whatever was left empty may be null.
 *
 * @param personId somebody whom the school knows, in one more role or year; null for a new person
 * @param personVersion version of the person that the editor saw
 * @param version version of the participant that the editor saw
 * @param matters what a mentee asks for or a mentor can give, with commas between
 * @param capacity null where the form does not ask for it
 * @param hours as people write them
 * @param accepted whether the editor has said that what looks like a slip is right
 */
record ParticipantForm(
        Long personId,
        Integer personVersion,
        Integer version,
        ParticipantCategory category,
        String lastName,
        String firstName,
        String middleName,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate birthDate,
        Long classId,
        Integer capacity,
        Integer ageFrom,
        Integer ageTo,
        String matters,
        String interests,
        String achievements,
        String difficulties,
        Set<Need> needs,
        Set<MentoringForm> forms,
        Set<RoleModel> roleModels,
        String hours,
        String phone,
        String email,
        String organisation,
        String post,
        Long staffMemberId,
        String representativeName,
        String representativeRelation,
        String representativePhone,
        Boolean accepted) {

    /** An empty form of a role, or the form of a known person in one more role. */
    static ParticipantForm blank(
            ParticipantRole role, ParticipantCategory category, PersonDetails person, Long personId, Long classId) {
        ParticipantDetails details = ParticipantDetails.of(role, category, classId);
        return of(role, person, details, personId, null, null);
    }

    static ParticipantForm of(Participant participant, ParticipantDetails seen) {
        return of(
                participant.role(),
                participant.person().details(),
                seen,
                participant.person().id(),
                participant.person().version(),
                participant.version());
    }

    private static ParticipantForm of(
            ParticipantRole role,
            PersonDetails person,
            ParticipantDetails details,
            Long personId,
            Integer personVersion,
            Integer version) {
        return new ParticipantForm(
                personId,
                personVersion,
                version,
                details.category(),
                person.lastName(),
                person.firstName(),
                person.middleName(),
                person.birthDate(),
                details.classId(),
                details.capacity(),
                details.ageFrom(),
                details.ageTo(),
                details.wordings(matter(role)),
                details.wordings(TopicKind.INTEREST),
                details.achievements(),
                details.difficulties(),
                details.needs(),
                details.forms(),
                details.roleModels(),
                HoursText.format(details.hours()),
                person.phone(),
                person.email(),
                person.organisation(),
                person.post(),
                person.staffMemberId(),
                person.representativeName(),
                person.representativeRelation(),
                person.representativePhone(),
                null);
    }

    /** The same to be shown again: what is not ticked is not sent. */
    ParticipantForm ticked() {
        return new ParticipantForm(
                personId,
                personVersion,
                version,
                category,
                lastName,
                firstName,
                middleName,
                birthDate,
                classId,
                capacity,
                ageFrom,
                ageTo,
                matters,
                interests,
                achievements,
                difficulties,
                chosen(needs),
                chosen(forms),
                chosen(roleModels),
                hours,
                phone,
                email,
                organisation,
                post,
                staffMemberId,
                representativeName,
                representativeRelation,
                representativePhone,
                accepted);
    }

    static TopicKind matter(ParticipantRole role) {
        return role == ParticipantRole.MENTEE ? TopicKind.REQUEST : TopicKind.COMPETENCE;
    }

    PersonDetails person() {
        return new PersonDetails(
                lastName,
                firstName,
                middleName,
                birthDate,
                phone,
                email,
                organisation,
                post,
                staffMemberId,
                representativeName,
                representativeRelation,
                representativePhone);
    }

    ParticipantDetails details(ParticipantRole role) {
        List<Topic> topics = Stream.concat(
                        Topic.list(matter(role), matters).stream(), Topic.list(TopicKind.INTEREST, interests).stream())
                .toList();
        return new ParticipantDetails(
                category,
                classId,
                capacity == null
                        ? ParticipantDetails.of(role, category, classId).capacity()
                        : capacity,
                ageFrom,
                ageTo,
                achievements,
                difficulties,
                chosen(forms),
                chosen(roleModels),
                topics,
                HoursText.parse(hours),
                chosen(needs));
    }

    /** A box that is not ticked is not sent. */
    private static <T> Set<T> chosen(Set<T> ticked) {
        return Set.copyOf(Objects.requireNonNullElse(ticked, Set.of()));
    }
}
