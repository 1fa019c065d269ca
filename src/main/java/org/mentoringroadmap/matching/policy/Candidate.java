package org.mentoringroadmap.matching.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.TopicKind;

/**
 * A mentee or mentor as rules look at them. Special categories and difficulties are not looked at.
 *
 * @param details without secrets
 * @param topics what they ask for, can give and like
 * @param hours when they can meet, in the order of the week; empty where it is not known
 * @param age in years; empty where the birthday is not known
 * @param grade year of school; empty for whoever is no pupil of a class with a number
 * @param trained whether a mentor has gone through the training
 * @param taken places of a mentor that mentees of open pairs take
 */
public record Candidate(
        Participant participant,
        ParticipantDetails details,
        Map<TopicKind, List<TopicWords>> topics,
        List<Hour> hours,
        Optional<Integer> age,
        Optional<Integer> grade,
        boolean trained,
        int taken) {
    /** Somebody as the rules of a run see them on that day. */
    public static Candidate of(
            Participant participant, LocalDate today, Optional<Integer> grade, boolean trained, int taken) {
        ParticipantDetails details = participant.details().withoutSecrets();
        Map<TopicKind, List<TopicWords>> topics = new EnumMap<>(TopicKind.class);
        for (TopicKind kind : TopicKind.values()) {
            topics.put(
                    kind,
                    details.topics().stream()
                            .filter(topic -> topic.kind() == kind)
                            .map(TopicWords::of)
                            .sorted((one, other) -> one.key().compareTo(other.key()))
                            .toList());
        }
        return new Candidate(
                participant,
                details,
                topics,
                details.hours().stream().sorted().toList(),
                participant
                        .person()
                        .birthDate()
                        .map(day -> Period.between(day, today).getYears()),
                grade,
                trained,
                taken);
    }

    /** The participant. */
    public Long id() {
        return participant.id();
    }

    Long personId() {
        return participant.person().id();
    }

    /** Id as the solver takes it. */
    public String key() {
        return participant.id().toString();
    }

    /** How many mentees more a mentor can take. */
    public int room() {
        return Math.max(0, details.capacity() - taken);
    }
}
