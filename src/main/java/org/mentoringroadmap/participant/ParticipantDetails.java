package org.mentoringroadmap.participant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What is entered about somebody as mentee or mentor.
 *
 * @param classId class of a pupil; null where there is none
 * @param capacity how many mentees a mentor takes at most; 0 of a mentee
 * @param ageFrom youngest mentee wished; may be null
 * @param ageTo oldest mentee wished; may be null
 * @param achievements of a mentor; may be null
 * @param difficulties of a mentee, for curator and psychologist only; may be null
 * @param needs special categories of a mentee, for curator and psychologist only
 */
public record ParticipantDetails(
        ParticipantCategory category,
        Long classId,
        int capacity,
        Integer ageFrom,
        Integer ageTo,
        String achievements,
        String difficulties,
        Set<MentoringForm> forms,
        Set<RoleModel> roleModels,
        List<Topic> topics,
        Set<Hour> hours,
        Set<Need> needs) {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_MENTEES = 30;
    private static final int MAX_AGE = 100;

    /** Only a category and a class, and for a mentor room for one mentee. */
    public static ParticipantDetails of(ParticipantRole role, ParticipantCategory category, Long classId) {
        return new ParticipantDetails(
                category,
                classId,
                role == ParticipantRole.MENTOR ? 1 : 0,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    /**
     * The details with clean texts, without what does not belong to the role.
     *
     * @throws UserInputException {@code participant.category}, {@code participant.capacity}, {@code participant.ages},
     *     {@code participant.too-long}
     */
    public ParticipantDetails checked(ParticipantRole role) {
        if (category == null) {
            throw new UserInputException("participant.category");
        }
        boolean mentor = DataField.CAPACITY.of(role);
        if (mentor && (capacity < 0 || capacity > MAX_MENTEES)) {
            throw new UserInputException("participant.capacity", String.valueOf(MAX_MENTEES));
        }
        if (mentor && !fits(ageFrom, ageTo)) {
            throw new UserInputException("participant.ages");
        }
        return new ParticipantDetails(
                category,
                classId,
                mentor ? capacity : 0,
                mentor ? ageFrom : null,
                mentor ? ageTo : null,
                DataField.ACHIEVEMENTS.of(role) ? text(achievements) : null,
                DataField.DIFFICULTIES.of(role) ? text(difficulties) : null,
                Set.copyOf(forms),
                Set.copyOf(roleModels),
                List.copyOf(topics),
                Set.copyOf(hours),
                DataField.NEEDS.of(role) ? Set.copyOf(needs) : Set.of());
    }

    /** The same without what the school does not ask for. */
    ParticipantDetails only(Set<Need> offered) {
        return new ParticipantDetails(
                category,
                classId,
                capacity,
                ageFrom,
                ageTo,
                achievements,
                difficulties,
                forms,
                roleModels,
                topics,
                hours,
                needs.stream().filter(offered::contains).collect(Collectors.toUnmodifiableSet()));
    }

    /** The same for somebody who may not read special categories and difficulties. */
    public ParticipantDetails withoutSecrets() {
        return new ParticipantDetails(
                category,
                classId,
                capacity,
                ageFrom,
                ageTo,
                achievements,
                null,
                forms,
                roleModels,
                topics,
                hours,
                Set.of());
    }

    /** What preparing the consent needs of these: category and class; of a worker the forms, which say what has to be signed. */
    public ParticipantDetails asAConsentNeeds(ParticipantRole role) {
        return withoutConsent(of(role, category, classId));
    }

    /** What is known already, with so much of these as may be entered without a consent. */
    public ParticipantDetails withoutConsent(ParticipantDetails known) {
        return new ParticipantDetails(
                category,
                classId,
                known.capacity,
                known.ageFrom,
                known.ageTo,
                known.achievements,
                known.difficulties,
                category.worksHere() ? forms : known.forms,
                known.roleModels,
                known.topics,
                known.hours,
                known.needs);
    }

    /** Whether these say more than that. */
    public boolean saysMoreThanAConsentNeeds(ParticipantRole role) {
        return !saysTheSame(asAConsentNeeds(role));
    }

    /** Whether both say the same beside category and class. */
    public boolean saysTheSame(ParticipantDetails other) {
        return capacity == other.capacity
                && Objects.equals(ageFrom, other.ageFrom)
                && Objects.equals(ageTo, other.ageTo)
                && Objects.equals(achievements, other.achievements)
                && Objects.equals(difficulties, other.difficulties)
                && forms.equals(other.forms)
                && roleModels.equals(other.roleModels)
                && Set.copyOf(topics).equals(Set.copyOf(other.topics))
                && hours.equals(other.hours)
                && needs.equals(other.needs);
    }

    /** The same of whom the other ones say category and class. */
    public ParticipantDetails of(ParticipantDetails known) {
        return new ParticipantDetails(
                known.category(),
                known.classId(),
                capacity,
                ageFrom,
                ageTo,
                achievements,
                difficulties,
                forms,
                roleModels,
                topics,
                hours,
                needs);
    }

    /** What these say and, where they say nothing, what the other ones do. */
    public ParticipantDetails completedBy(ParticipantDetails other) {
        Map<List<Object>, Topic> all = new LinkedHashMap<>();
        topics.forEach(topic -> all.put(List.of(topic.kind(), topic.topicKey()), topic));
        other.topics.forEach(topic -> all.putIfAbsent(List.of(topic.kind(), topic.topicKey()), topic));
        return new ParticipantDetails(
                category,
                first(classId, other.classId),
                capacity,
                first(ageFrom, other.ageFrom),
                first(ageTo, other.ageTo),
                first(achievements, other.achievements),
                first(difficulties, other.difficulties),
                both(forms, other.forms),
                both(roleModels, other.roleModels),
                new ArrayList<>(all.values()),
                hours.isEmpty() ? other.hours : hours,
                both(needs, other.needs));
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What is said of one kind, in the order of the alphabet, with commas between; empty for nothing. */
    public String wordings(TopicKind kind) {
        return topics.stream()
                .filter(topic -> topic.kind() == kind)
                .sorted(Comparator.comparing(Topic::topicKey))
                .map(Topic::wording)
                .collect(Collectors.joining(", "));
    }

    private static boolean fits(Integer from, Integer to) {
        boolean inRange = (from == null || from >= 0 && from <= MAX_AGE) && (to == null || to >= 0 && to <= MAX_AGE);
        return inRange && (from == null || to == null || from <= to);
    }

    /** Clean; null for nothing. */
    static String text(String value) {
        String clean = EnteredText.clean(value);
        if (clean != null && clean.length() > MAX_LENGTH) {
            throw new UserInputException("participant.too-long", String.valueOf(MAX_LENGTH));
        }
        return clean;
    }
}
