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
        return new Copy()
                .category(category)
                .classId(classId)
                .capacity(role == ParticipantRole.MENTOR ? 1 : 0)
                .done();
    }

    /** These, to be answered with something else in them; what is not named stays as it is. */
    public Copy copy() {
        Copy copy = new Copy();
        copy.category = category;
        copy.classId = classId;
        copy.capacity = capacity;
        copy.ageFrom = ageFrom;
        copy.ageTo = ageTo;
        copy.achievements = achievements;
        copy.difficulties = difficulties;
        copy.forms = forms;
        copy.roleModels = roleModels;
        copy.topics = topics;
        copy.hours = hours;
        copy.needs = needs;
        return copy;
    }

    /** Details that are being put together; nothing but zero and empty lists where nothing is said. */
    public static final class Copy {
        private ParticipantCategory category;
        private Long classId;
        private int capacity;
        private Integer ageFrom;
        private Integer ageTo;
        private String achievements;
        private String difficulties;
        private Set<MentoringForm> forms = Set.of();
        private Set<RoleModel> roleModels = Set.of();
        private List<Topic> topics = List.of();
        private Set<Hour> hours = Set.of();
        private Set<Need> needs = Set.of();

        private Copy() {}

        /** The details as they are now. */
        public ParticipantDetails done() {
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
                    needs);
        }

        /** With another category. */
        public Copy category(ParticipantCategory of) {
            category = of;
            return this;
        }

        /** With another class. */
        public Copy classId(Long of) {
            classId = of;
            return this;
        }

        /** With room for so many mentees. */
        public Copy capacity(int mentees) {
            capacity = mentees;
            return this;
        }

        /** With mentees of other ages. */
        public Copy ages(Integer from, Integer to) {
            ageFrom = from;
            ageTo = to;
            return this;
        }

        /** With other achievements. */
        public Copy achievements(String text) {
            achievements = text;
            return this;
        }

        /** With other difficulties. */
        public Copy difficulties(String text) {
            difficulties = text;
            return this;
        }

        /** With other forms. */
        public Copy forms(Set<MentoringForm> others) {
            forms = others;
            return this;
        }

        /** With other role models. */
        public Copy roleModels(Set<RoleModel> others) {
            roleModels = others;
            return this;
        }

        /** With other topics. */
        public Copy topics(List<Topic> others) {
            topics = others;
            return this;
        }

        /** With other hours. */
        public Copy hours(Set<Hour> others) {
            hours = others;
            return this;
        }

        /** With other special categories. */
        public Copy needs(Set<Need> others) {
            needs = others;
            return this;
        }
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
        return copy().capacity(mentor ? capacity : 0)
                .ages(mentor ? ageFrom : null, mentor ? ageTo : null)
                .achievements(DataField.ACHIEVEMENTS.of(role) ? text(achievements) : null)
                .difficulties(DataField.DIFFICULTIES.of(role) ? text(difficulties) : null)
                .forms(Set.copyOf(forms))
                .roleModels(Set.copyOf(roleModels))
                .topics(List.copyOf(topics))
                .hours(Set.copyOf(hours))
                .needs(DataField.NEEDS.of(role) ? Set.copyOf(needs) : Set.of())
                .done();
    }

    /** The same without what the school does not ask for. */
    ParticipantDetails only(Set<Need> offered) {
        return copy().needs(needs.stream().filter(offered::contains).collect(Collectors.toUnmodifiableSet()))
                .done();
    }

    /** The same for somebody who may not read special categories and difficulties. */
    public ParticipantDetails withoutSecrets() {
        return copy().difficulties(null).needs(Set.of()).done();
    }

    /** What preparing the consent needs of these: category and class; of a worker the forms, which say what has to be signed. */
    public ParticipantDetails asAConsentNeeds(ParticipantRole role) {
        return withoutConsent(of(role, category, classId));
    }

    /** What is known already, with so much of these as may be entered without a consent. */
    public ParticipantDetails withoutConsent(ParticipantDetails known) {
        return known.copy()
                .category(category)
                .classId(classId)
                .forms(category.worksHere() ? forms : known.forms)
                .done();
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

    /** The same in category and class of the other ones. */
    public ParticipantDetails inPlaceOf(ParticipantDetails known) {
        return copy().category(known.category).classId(known.classId).done();
    }

    /** The same with special categories and difficulties of the other ones. */
    ParticipantDetails withSecretsOf(ParticipantDetails known) {
        return copy().difficulties(known.difficulties).needs(known.needs).done();
    }

    /** What these say and, where they say nothing, what the other ones do. */
    public ParticipantDetails completedBy(ParticipantDetails other) {
        Map<List<Object>, Topic> all = new LinkedHashMap<>();
        topics.forEach(topic -> all.put(List.of(topic.kind(), topic.topicKey()), topic));
        other.topics.forEach(topic -> all.putIfAbsent(List.of(topic.kind(), topic.topicKey()), topic));
        return copy().classId(first(classId, other.classId))
                .ages(first(ageFrom, other.ageFrom), first(ageTo, other.ageTo))
                .achievements(first(achievements, other.achievements))
                .difficulties(first(difficulties, other.difficulties))
                .forms(both(forms, other.forms))
                .roleModels(both(roleModels, other.roleModels))
                .topics(new ArrayList<>(all.values()))
                .hours(hours.isEmpty() ? other.hours : hours)
                .needs(both(needs, other.needs))
                .done();
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
