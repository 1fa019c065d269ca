package org.mentoringroadmap.matching;

import java.util.Map;

/**
 * Which rules forbid a pair and what the criteria weigh; an administrator edits it as a decision table.
 *
 * @param version version of the table, stored with every run
 * @param lines what the table says of each rule and criterion
 */
public record MatchingPolicy(String version, Map<Rule, Line> lines) {
    /** Keeps its own copy. */
    public MatchingPolicy {
        lines = Map.copyOf(lines);
    }

    /** What a rule or criterion does. */
    public enum Kind {
        /** Forbids every pair that breaks it. */
        HARD,
        /** Adds its weight to the score of a pair that fits. */
        SOFT,
        /** Does nothing. */
        OFF
    }

    /**
     * One line of the table.
     *
     * @param weight against the other soft lines; 0 or more, without a meaning of its own
     */
    public record Line(Kind kind, double weight) {}

    /** What the table speaks of; {@code matching.rule.<NAME>} is the key of the title. */
    public enum Rule {
        /** The form of mentoring suits both. */
        FORM,
        /** The role model of «ученик – ученик» suits both. */
        ROLE_MODEL,
        /** The mentor has been trained. */
        TRAINED,
        /** Both can meet at the same time of the week; unknown hours break nothing. */
        COMMON_HOUR,
        /** A pupil's mentor goes to a higher class, except among equals. */
        CLASS_ABOVE,
        /** What the mentee asks for is what the mentor can give. */
        REQUESTS,
        /** Both like the same. */
        INTERESTS,
        /** How much time both have at once. */
        HOURS,
        /** The mentee is as old as the mentor wishes. */
        AGE,
        /** The school has a programme card for such pairs. */
        PROGRAMME_CARD,
        /** Whom each side named after the group meeting. */
        PREFERENCES,
        /** The psychologist's advice. */
        ADVICE,
        /** They have worked together before. */
        EARLIER_PAIR
    }

    /** What the table says of a rule. */
    public Line line(Rule rule) {
        return lines.get(rule);
    }

    /** Whether a pair that breaks the rule is forbidden. */
    public boolean forbids(Rule rule) {
        return line(rule).kind() == Kind.HARD;
    }

    /** Weight of a rule that is weighed; 0 for the others. */
    public double weight(Rule rule) {
        return line(rule).kind() == Kind.SOFT ? line(rule).weight() : 0;
    }
}
