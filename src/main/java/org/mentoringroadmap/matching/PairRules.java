package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.matching.MatchingPolicy.Rule;

/** Applies a policy to two people. */
final class PairRules {
    /** A person is not their own mentor. */
    static final String SAME_PERSON = "SAME_PERSON";
    /** Curator or psychologist has forbidden the pair. */
    static final String VETO = "VETO";
    /** One of them does not want the other. */
    static final String REFUSED = "REFUSED";

    /** What the mentee looks at, the preferences aside. */
    private static final Set<Rule> MENTEES_VIEW =
            EnumSet.of(Rule.REQUESTS, Rule.INTERESTS, Rule.HOURS, Rule.EARLIER_PAIR);

    /** What the mentor looks at, the preferences aside. */
    private static final Set<Rule> MENTORS_VIEW = EnumSet.of(Rule.INTERESTS, Rule.HOURS, Rule.AGE, Rule.EARLIER_PAIR);

    /**
     * What the rules say of two people.
     *
     * @param broken codes of what forbids them; empty when nothing does
     * @param parts what each weighed rule adds to the score
     * @param values how well they fit by each weighed rule, 0 to 1
     */
    record Judgement(
            List<String> broken, Optional<MentoringForm> form, Map<Rule, Double> parts, Map<Rule, Double> values) {
        boolean allowed() {
            return broken.isEmpty();
        }

        double score() {
            return Math.min(
                    1, parts.values().stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    private final Inputs inputs;
    private final Criteria criteria;
    private final Map<Rule, Double> weights = new LinkedHashMap<>();
    private final double allWeights;

    PairRules(Inputs inputs) {
        this.inputs = inputs;
        criteria = new Criteria(inputs);
        for (Rule rule : Rule.values()) {
            double weight = inputs.policy().weight(rule);
            if (weight > 0 && isAsked(rule)) {
                weights.put(rule, weight);
            }
        }
        allWeights = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Preferences count in the second pass only; a refusal always does. */
    private boolean isAsked(Rule rule) {
        return rule != Rule.PREFERENCES || inputs.request().preferences();
    }

    Criteria criteria() {
        return criteria;
    }

    Judgement judge(Side mentee, Side mentor) {
        Optional<MentoringForm> form = criteria.form(mentee, mentor);
        List<String> broken = broken(mentee, mentor, form);
        Map<Rule, Double> parts = new LinkedHashMap<>();
        Map<Rule, Double> values = new LinkedHashMap<>();
        if (broken.isEmpty()) {
            weights.forEach((rule, weight) -> {
                double value = criteria.value(rule, mentee, mentor, form);
                values.put(rule, value);
                parts.put(rule, weight / allWeights * value);
            });
        }
        return new Judgement(broken, form, parts, values);
    }

    private List<String> broken(Side mentee, Side mentor, Optional<MentoringForm> form) {
        List<String> broken = new ArrayList<>();
        if (mentee.personId().equals(mentor.personId())) {
            broken.add(SAME_PERSON);
        }
        if (inputs.vetoes().contains(new PairKey(mentee.id(), mentor.id()))) {
            broken.add(VETO);
        }
        if (criteria.refused(mentee, mentor)) {
            broken.add(REFUSED);
        }
        for (Rule rule : Rule.values()) {
            if (inputs.policy().forbids(rule) && isAsked(rule) && criteria.value(rule, mentee, mentor, form) == 0) {
                broken.add(rule.name());
            }
        }
        if (form.isEmpty()
                && !inputs.request().forms().isEmpty()
                && !inputs.policy().forbids(Rule.FORM)) {
            broken.add(Rule.FORM.name());
        }
        return broken;
    }

    /** How much the mentee would like the mentor. */
    double menteesLiking(Judgement judgement, Side mentee, Side mentor) {
        return liking(judgement, MENTEES_VIEW, criteria.wish(mentee, mentor));
    }

    /** How much the mentor would like the mentee. */
    double mentorsLiking(Judgement judgement, Side mentee, Side mentor) {
        return liking(judgement, MENTORS_VIEW, criteria.wish(mentor, mentee));
    }

    private double liking(Judgement judgement, Set<Rule> view, double wish) {
        double sum = weights.getOrDefault(Rule.PREFERENCES, 0.0) * wish;
        for (Rule rule : view) {
            sum += weights.getOrDefault(rule, 0.0) * judgement.values().getOrDefault(rule, 0.0);
        }
        return sum;
    }
}
