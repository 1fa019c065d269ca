package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.core.PairValues;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;
import org.mentoringroadmap.programme.MentoringForm;

/** Applies a policy to two people, who are named by their places in the inputs. */
public final class PairRules {
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
     * @param score 0 to 1; 0 where something forbids them
     * @param parts what each weighed rule adds to the score
     * @param values how well they fit by each weighed rule, 0 to 1
     */
    public record PairScore(
            List<String> broken,
            Optional<MentoringForm> form,
            double score,
            Map<Rule, Double> parts,
            Map<Rule, Double> values) {}

    private final ScoringRules rules;
    private final Set<Rule> hard = EnumSet.noneOf(Rule.class);
    private final Map<Rule, Double> shares = new EnumMap<>(Rule.class);
    private final WeightedRules scores;
    private final WeightedRules menteesView;
    private final WeightedRules mentorsView;
    private final double preferences;

    public PairRules(Inputs inputs) {
        MatchingPolicy policy = inputs.policy();
        rules = new ScoringRules(inputs);
        Map<Rule, Double> weights = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (isAsked(rule, inputs.request())) {
                weights.put(rule, policy.weight(rule));
                if (policy.forbids(rule)) {
                    hard.add(rule);
                }
            }
        }
        weights.values().removeIf(weight -> weight == 0);
        if (!inputs.request().forms().isEmpty()) {
            hard.add(Rule.FORM);
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((rule, weight) -> shares.put(rule, weight / all));
        scores = new WeightedRules(rules, shares, hard);
        menteesView = view(weights, MENTEES_VIEW);
        mentorsView = view(weights, MENTORS_VIEW);
        preferences = weights.getOrDefault(Rule.PREFERENCES, 0.0);
    }

    private WeightedRules view(Map<Rule, Double> weights, Set<Rule> seen) {
        Map<Rule, Double> some = new EnumMap<>(weights);
        some.keySet().retainAll(seen);
        return new WeightedRules(rules, some, Set.of());
    }

    /** Preferences count in the second pass only; a refusal always does. */
    private static boolean isAsked(Rule rule, RunRequest request) {
        return rule != Rule.PREFERENCES || request.preferences();
    }

    /** The rules that give points. */
    public ScoringRules criteria() {
        return rules;
    }

    /** Whether no rule forbids the pair. */
    public boolean allowed(int mentee, int mentor) {
        return broken(mentee, mentor).isEmpty();
    }

    /** Tells how well each mentor fits the mentee, 0 to 1, or {@link PairValues#FORBIDDEN}. */
    public void scores(int mentee, double[] byMentor) {
        scores.of(mentee, byMentor);
        for (int mentor = 0; mentor < byMentor.length; mentor++) {
            byMentor[mentor] = Math.min(1, byMentor[mentor]);
        }
        rules.acquaintances(mentee, mentor -> {
            if (!allowed(mentee, mentor)) {
                byMentor[mentor] = PairValues.FORBIDDEN;
            }
        });
    }

    /** What is to be told about two people. */
    public PairScore judge(int mentee, int mentor) {
        int form = rules.formNumber(mentee, mentor);
        List<String> broken = broken(mentee, mentor);
        Map<Rule, Double> parts = new EnumMap<>(Rule.class);
        Map<Rule, Double> values = new EnumMap<>(Rule.class);
        if (broken.isEmpty()) {
            shares.forEach((rule, share) -> {
                double value = rules.value(rule, mentee, mentor, form);
                values.put(rule, value);
                parts.put(rule, share * value);
            });
        }
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return new PairScore(broken, rules.form(mentee, mentor), Math.min(1, sum), parts, values);
    }

    /** Codes of what forbids them; empty when nothing does. */
    public List<String> broken(int mentee, int mentor) {
        int form = rules.formNumber(mentee, mentor);
        List<String> broken = new ArrayList<>();
        if (rules.samePerson(mentee, mentor)) {
            broken.add(SAME_PERSON);
        }
        if (rules.vetoed(mentee, mentor)) {
            broken.add(VETO);
        }
        if (rules.refused(mentee, mentor)) {
            broken.add(REFUSED);
        }
        hard.stream()
                .filter(rule -> rules.value(rule, mentee, mentor, form) == 0)
                .forEach(rule -> broken.add(rule.name()));
        return broken;
    }

    /** Tells how much the mentee would like each mentor. */
    public void menteesLikings(int mentee, double[] byMentor) {
        menteesView.of(mentee, byMentor);
        for (int mentor = 0; preferences > 0 && mentor < byMentor.length; mentor++) {
            byMentor[mentor] += preferences * rules.menteesWish(mentee, mentor);
        }
    }

    /** Tells how much each mentor would like the mentee. */
    public void mentorsLikings(int mentee, double[] byMentor) {
        mentorsView.of(mentee, byMentor);
        for (int mentor = 0; preferences > 0 && mentor < byMentor.length; mentor++) {
            byMentor[mentor] += preferences * rules.mentorsWish(mentee, mentor);
        }
    }
}
