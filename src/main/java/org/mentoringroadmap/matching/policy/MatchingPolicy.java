package org.mentoringroadmap.matching.policy;

import java.util.Map;

/**
 * Which rules forbid a pair and what the criteria weigh; an administrator edits it as a decision table.
 *
 * @param version version of the table, stored with every run
 * @param lines what the table says of each rule and criterion
 */
public record MatchingPolicy(String version, Map<Rule, Line> lines) {
    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException when a rule has no line
     */
    public MatchingPolicy {
        lines = Map.copyOf(lines);
        if (lines.size() < Rule.values().length) {
            throw new IllegalArgumentException("A rule has no line: " + lines.keySet());
        }
    }

    /** What a rule or criterion does. */
    public enum Kind {
        /** Forbids every pair that breaks it; its weight counts for the others. */
        HARD,
        /** Adds its weight to the score of a pair that fits. */
        SOFT,
        /** Does nothing. */
        OFF
    }

    /**
     * One line of the table.
     *
     * @param weight against the other lines; 0 or more, without a meaning of its own
     */
    public record Line(Kind kind, double weight) {
        /** @throws IllegalArgumentException for a weight that is none */
        public Line {
            if (kind == null || !(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(kind + " " + weight);
            }
        }
    }

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

    /** Weight of a rule; 0 for one that does nothing. */
    public double weight(Rule rule) {
        return line(rule).kind() == Kind.OFF ? 0 : line(rule).weight();
    }
}
