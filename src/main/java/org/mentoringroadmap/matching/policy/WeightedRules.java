package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mentoringroadmap.matching.core.PairValues;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;

/**
 * The weighted sum of some rules for one mentee and all mentors, in a few nanoseconds for each, since a whole school has
 * millions of pairs. Each group of rules is asked once for every sort of mentor that it can tell apart; what is left to do
 * for a pair is to add up the groups. Only those few who have to do with each other are judged singly. Not for several
 * threads at once.
 */
final class WeightedRules {
    /**
     * Rules that look at the same of a mentor.
     *
     * @param sort what they look at: mentors of whom it is equal are the same to them
     */
    private record Group(Set<Rule> rules, Function<Traits, Object> sort) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    EnumSet.of(
                            Rule.FORM, Rule.ROLE_MODEL, Rule.TRAINED, Rule.CLASS_ABOVE, Rule.AGE, Rule.PROGRAMME_CARD),
                    mentor -> List.of(
                            mentor.forms(),
                            mentor.models(),
                            mentor.trained(),
                            mentor.grade(),
                            mentor.ageFrom(),
                            mentor.ageTo())),
            new Group(EnumSet.of(Rule.REQUESTS), mentor -> Arrays.asList(mentor.competence())),
            new Group(EnumSet.of(Rule.INTERESTS), mentor -> Arrays.asList(mentor.liked(), mentor.interestCount())),
            new Group(
                    EnumSet.of(Rule.COMMON_HOUR, Rule.HOURS),
                    mentor -> Arrays.stream(mentor.hours()).boxed().toList()),
            new Group(EnumSet.of(Rule.PREFERENCES, Rule.ADVICE, Rule.EARLIER_PAIR), Traits::answered));

    private final ScoringRules criteria;
    private final Rule[] rules;
    private final double[] weights;
    private final Set<Rule> hard;
    private final Factor[] factors;

    /** @param hard rules that forbid every pair that breaks them, whatever they weigh */
    WeightedRules(ScoringRules criteria, Map<Rule, Double> weights, Set<Rule> hard) {
        this.criteria = criteria;
        this.hard = hard;
        Set<Rule> all = EnumSet.noneOf(Rule.class);
        all.addAll(hard);
        all.addAll(weights.keySet());
        rules = all.toArray(Rule[]::new);
        this.weights = Arrays.stream(rules)
                .mapToDouble(rule -> weights.getOrDefault(rule, 0.0))
                .toArray();
        factors = GROUPS.stream()
                .filter(group -> all.stream().anyMatch(group.rules()::contains))
                .map(Factor::new)
                .toArray(Factor[]::new);
    }

    /** Tells the sum of the rules for each mentor, {@link PairValues#FORBIDDEN} where a hard one is broken. */
    void of(int mentee, double[] byMentor) {
        Arrays.fill(byMentor, 0);
        for (Factor factor : factors) {
            factor.add(mentee, byMentor);
        }
        criteria.acquaintances(mentee, mentor -> byMentor[mentor] = ofAcquainted(mentee, mentor));
    }

    private double ofAcquainted(int mentee, int mentor) {
        int form = criteria.formNumber(mentee, mentor);
        double sum = 0;
        for (int i = 0; i < rules.length; i++) {
            double value = criteria.value(rules[i], mentee, mentor, form);
            sum += value == 0 && hard.contains(rules[i]) ? PairValues.FORBIDDEN : weights[i] * value;
        }
        return sum;
    }

    /** What one group of rules adds. */
    private final class Factor {
        private final int[] asked;
        private final int[] sortOf;
        private final int[] examples;
        private final double[] bySort;

        private Factor(Group group) {
            asked = range(group.rules());
            Map<Object, Integer> sorts = new HashMap<>();
            List<Integer> first = new ArrayList<>();
            sortOf = new int[criteria.mentors()];
            for (int mentor = 0; mentor < sortOf.length; mentor++) {
                int number = mentor;
                sortOf[mentor] = sorts.computeIfAbsent(group.sort().apply(criteria.mentor(mentor)), sort -> {
                    first.add(number);
                    return first.size() - 1;
                });
            }
            examples = first.stream().mapToInt(Integer::intValue).toArray();
            bySort = new double[examples.length];
        }

        private int[] range(Set<Rule> group) {
            List<Rule> all = Arrays.asList(rules);
            return group.stream().mapToInt(all::indexOf).filter(at -> at >= 0).toArray();
        }

        private void add(int mentee, double[] byMentor) {
            Arrays.fill(bySort, 0);
            for (int rule : asked) {
                boolean forbids = hard.contains(rules[rule]);
                for (int sort = 0; sort < bySort.length; sort++) {
                    double value = criteria.ofStrangers(rules[rule], mentee, examples[sort]);
                    bySort[sort] += value == 0 && forbids ? PairValues.FORBIDDEN : weights[rule] * value;
                }
            }
            for (int mentor = 0; mentor < byMentor.length; mentor++) {
                byMentor[mentor] += bySort[sortOf[mentor]];
            }
        }
    }
}
