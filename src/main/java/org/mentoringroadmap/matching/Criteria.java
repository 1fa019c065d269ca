package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.matching.MatchingPolicy.Rule;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.TopicKind;

/**
 * How well two people fit by each rule: 1 when they do, 0 when they do not, in between in part. What is not known is worth
 * {@link #UNKNOWN}: less than a fit, more than a misfit, and never forbids.
 */
final class Criteria {
    /** Worth of what nobody has entered. */
    static final double UNKNOWN = 0.2;

    private static final double GOOD_HOUR = 60;

    private record TwoTopics(String one, String other) {}

    private final Inputs inputs;

    /** The same few topics meet in every pair. */
    private final Map<TwoTopics, Boolean> alike = new HashMap<>();

    Criteria(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The form in which they would be a pair within the scope of the run; empty for none. */
    Optional<MentoringForm> form(Side mentee, Side mentor) {
        Set<MentoringForm> possible = PossibleForms.of(mentee, mentor);
        if (!inputs.request().forms().isEmpty()) {
            possible.retainAll(inputs.request().forms());
        }
        return possible.stream().findFirst();
    }

    double value(Rule rule, Side mentee, Side mentor, Optional<MentoringForm> form) {
        return switch (rule) {
            case FORM -> form.isPresent() ? 1 : 0;
            case ROLE_MODEL -> roleModel(mentee, mentor, form);
            case TRAINED -> mentor.trained() ? 1 : 0;
            case COMMON_HOUR -> hours(mentee, mentor).isEmpty() || commonMinutes(mentee, mentor) > 0 ? 1 : 0;
            case CLASS_ABOVE -> classAbove(mentee, mentor, form);
            case REQUESTS ->
                share(
                        requests(mentee),
                        mentor.topics().get(TopicKind.COMPETENCE),
                        requests(mentee).size());
            case INTERESTS ->
                share(
                        interests(mentee),
                        interests(mentor),
                        Math.min(interests(mentee).size(), interests(mentor).size()));
            case HOURS ->
                hours(mentee, mentor).isEmpty() ? UNKNOWN : Math.min(1, commonMinutes(mentee, mentor) / GOOD_HOUR);
            case AGE -> age(mentee, mentor);
            case PROGRAMME_CARD -> card(mentee, mentor, form);
            case PREFERENCES -> (wish(mentee, mentor) + wish(mentor, mentee)) / 2;
            case ADVICE -> inputs.advice().contains(new PairKey(mentee.id(), mentor.id())) ? 1 : 0;
            case EARLIER_PAIR ->
                earlier(mentee, mentor).map(finished -> finished ? 1.0 : 0.0).orElse(UNKNOWN);
        };
    }

    /** How dear the other is: 1 for the first named, 0 for one not named. */
    double wish(Side from, Side to) {
        Entered said = inputs.saidBy(from);
        if (!said.answered()) {
            return UNKNOWN;
        }
        int place = said.ranked().indexOf(to.id());
        return place < 0 ? 0 : 1 - (double) place / Preferences.MOST;
    }

    /** Whether one has named the other. */
    boolean named(Side from, Side to) {
        return inputs.saidBy(from).ranked().contains(to.id());
    }

    /** Whether one of them does not want the other. */
    boolean refused(Side mentee, Side mentor) {
        return inputs.saidBy(mentee).refused().contains(mentor.id())
                || inputs.saidBy(mentor).refused().contains(mentee.id());
    }

    /** Whether they have worked together, and then whether to the end. */
    Optional<Boolean> earlier(Side mentee, Side mentor) {
        return Optional.ofNullable(inputs.earlier().get(new PairKey(mentee.personId(), mentor.personId())));
    }

    /** What the first asks for or likes that the second has too; the first one's words. */
    List<String> shared(List<TopicWords> one, List<TopicWords> other) {
        List<String> shared = new ArrayList<>();
        for (TopicWords topic : one) {
            for (TopicWords another : other) {
                if (isAlike(topic, another)) {
                    shared.add(topic.wording());
                    break;
                }
            }
        }
        return shared;
    }

    private boolean isAlike(TopicWords one, TopicWords other) {
        return alike.computeIfAbsent(new TwoTopics(one.key(), other.key()), topics -> one.isLike(other));
    }

    static List<TopicWords> requests(Side mentee) {
        return mentee.topics().get(TopicKind.REQUEST);
    }

    static List<TopicWords> interests(Side side) {
        return side.topics().get(TopicKind.INTEREST);
    }

    private double share(List<TopicWords> one, List<TopicWords> other, int of) {
        return one.isEmpty() || other.isEmpty()
                ? UNKNOWN
                : Math.min(1, (double) shared(one, other).size() / of);
    }

    /** Role models are of «ученик – ученик» only. */
    private static double roleModel(Side mentee, Side mentor, Optional<MentoringForm> form) {
        if (form.filter(one -> one == MentoringForm.PUPIL_PUPIL).isEmpty()) {
            return 1;
        }
        Set<RoleModel> wanted = mentee.details().roleModels();
        Set<RoleModel> offered = mentor.details().roleModels();
        if (wanted.isEmpty() || offered.isEmpty()) {
            return UNKNOWN;
        }
        return wanted.stream().anyMatch(offered::contains) ? 1 : 0;
    }

    private static Set<RoleModel> agreed(Side mentee, Side mentor) {
        Set<RoleModel> both = EnumSet.allOf(RoleModel.class);
        if (!mentee.details().roleModels().isEmpty()) {
            both.retainAll(mentee.details().roleModels());
        }
        if (!mentor.details().roleModels().isEmpty()) {
            both.retainAll(mentor.details().roleModels());
        }
        boolean said = !mentee.details().roleModels().isEmpty()
                || !mentor.details().roleModels().isEmpty();
        return said ? both : Set.of();
    }

    /** Pupils only, and not among equals (methodology: the mentee is of a lower stage). */
    private static double classAbove(Side mentee, Side mentor, Optional<MentoringForm> form) {
        if (form.filter(one -> one == MentoringForm.PUPIL_PUPIL).isEmpty()
                || agreed(mentee, mentor).contains(RoleModel.EQUAL_EQUAL)
                || mentee.grade().isEmpty()
                || mentor.grade().isEmpty()) {
            return 1;
        }
        return mentor.grade().get() > mentee.grade().get() ? 1 : 0;
    }

    private static double age(Side mentee, Side mentor) {
        Integer from = mentor.details().ageFrom();
        Integer to = mentor.details().ageTo();
        if (from == null && to == null) {
            return 1;
        }
        return mentee.age()
                .map(age -> (from == null || age >= from) && (to == null || age <= to) ? 1.0 : 0.0)
                .orElse(UNKNOWN);
    }

    private double card(Side mentee, Side mentor, Optional<MentoringForm> form) {
        if (inputs.cards().isEmpty()) {
            return UNKNOWN;
        }
        Set<RoleModel> models = agreed(mentee, mentor);
        return inputs.cards().stream()
                        .filter(card -> form.filter(card.form()::equals).isPresent())
                        .anyMatch(card ->
                                card.roleModel() == null || models.isEmpty() || models.contains(card.roleModel()))
                ? 1
                : 0;
    }

    /** Both sides' hours; empty where those of one are not known. */
    private static List<Hour> hours(Side mentee, Side mentor) {
        return mentee.hours().isEmpty() ? List.of() : mentor.hours();
    }

    private static int commonMinutes(Side mentee, Side mentor) {
        int most = 0;
        for (Hour one : mentee.hours()) {
            for (Hour other : mentor.hours()) {
                if (one.overlaps(other)) {
                    most = Math.max(
                            most,
                            Math.min(one.toMinute(), other.toMinute())
                                    - Math.max(one.fromMinute(), other.fromMinute()));
                }
            }
        }
        return most;
    }

    /** The longest time of the week at which both can; empty for none. */
    static Optional<Hour> commonHour(Side mentee, Side mentor) {
        return mentee.hours().stream()
                .flatMap(one -> mentor.hours().stream()
                        .filter(one::overlaps)
                        .map(other -> new Hour(
                                one.dayOfWeek(),
                                Math.max(one.fromMinute(), other.fromMinute()),
                                Math.min(one.toMinute(), other.toMinute()))))
                .max(Comparator.<Hour>comparingInt(hour -> hour.toMinute() - hour.fromMinute())
                        .thenComparing(Comparator.reverseOrder()));
    }
}
