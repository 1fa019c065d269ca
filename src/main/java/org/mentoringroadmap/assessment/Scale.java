package org.mentoringroadmap.assessment;

import java.math.BigDecimal;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What is measured, and between which values.
 *
 * @param id null before the set is used
 * @param key small Latin letters, figures and hyphens; stays with the programme
 * @param title as people read it
 * @param lower smallest value, upper greatest one; both with two decimals at most
 */
public record Scale(Long id, String key, String title, Whom whom, BigDecimal lower, BigDecimal upper, Better better) {
    /** A value has so many decimals at most. */
    public static final int DECIMALS = 2;

    /** Of whom it is measured. */
    public enum Whom {
        ANYBODY,
        PUPIL,
        /** Whoever works at the school. */
        WORKER
    }

    /** Which way is good: marks shall grow, anxiety shall fall. */
    public enum Better {
        MORE,
        LESS,
        /** Neither: only that something has changed can be said. */
        NEITHER
    }

    /** A number as Russians write it, «4,5»; empty for null. */
    public static String written(BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('.', ',');
    }

    /** Whether it is measured of this participant. */
    public boolean isOf(Participant participant) {
        boolean worker = participant.category().worksHere();
        return whom == Whom.ANYBODY || worker == (whom == Whom.WORKER);
    }

    /** Whether a value can be. */
    public boolean holds(BigDecimal value) {
        return value.compareTo(lower) >= 0
                && value.compareTo(upper) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }

    /**
     * Refuses a value that cannot be measured of a participant.
     *
     * @param row its number, for the words of the refusal
     * @throws UserInputException {@code assessment.not-of.<WHOM>}, {@code assessment.out-of-scale}
     */
    public void require(Participant participant, BigDecimal value, String row) {
        if (!isOf(participant)) {
            throw new UserInputException("assessment.not-of." + whom, row, title);
        }
        if (!holds(value)) {
            throw new UserInputException("assessment.out-of-scale", row, title, written(lower), written(upper));
        }
    }

    /**
     * Whether things are better after a change.
     *
     * @return positive for better, negative for worse, 0 for the same, and where neither way is good
     */
    public int judge(BigDecimal before, BigDecimal after) {
        int grown = after.compareTo(before);
        return switch (better) {
            case MORE -> grown;
            case LESS -> -grown;
            case NEITHER -> 0;
        };
    }
}
