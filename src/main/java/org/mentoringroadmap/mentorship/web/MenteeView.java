package org.mentoringroadmap.mentorship.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;

/**
 * What a mentor sees of an own mentee: what the pair needs. Difficulties and special categories are not here.
 *
 * @param className «5А»; empty for whoever is no pupil
 * @param contact representative with phone; of whoever has none, the own phone and address
 */
record MenteeView(String name, String className, String requests, String interests, String hours, String contact) {
    static List<MenteeView> of(List<Participant> mentees, Map<Long, String> classNames) {
        return mentees.stream().map(mentee -> of(mentee, classNames)).toList();
    }

    private static MenteeView of(Participant mentee, Map<Long, String> classNames) {
        ParticipantDetails details = mentee.details();
        PersonDetails person = mentee.person().details();
        boolean represented = person.representativeName() != null || person.representativePhone() != null;
        return new MenteeView(
                mentee.person().tellingName(),
                mentee.classId().map(classNames::get).orElse(""),
                topics(details, TopicKind.REQUEST),
                topics(details, TopicKind.INTEREST),
                HoursText.format(details.hours()),
                represented
                        ? line(
                                person.representativeName(),
                                person.representativeRelation(),
                                person.representativePhone())
                        : line(person.phone(), person.email()));
    }

    private static String topics(ParticipantDetails details, TopicKind kind) {
        return details.topics().stream()
                .filter(topic -> topic.kind() == kind)
                .map(Topic::wording)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
