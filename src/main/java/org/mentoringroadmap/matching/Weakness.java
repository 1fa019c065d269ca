package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When a proposed pair is weak: proven best for the whole, and yet next to nothing speaks for these two. There is no
 * threshold of its own in it. A pair is weak when nothing that the two or the school have said of each other or of what
 * they like, ask for and can do has found its like, so that it stands on conditions alone that many others fulfil as
 * well; or when its score is not above what two would have of whom nothing is known.
 */
public final class Weakness {
    /** Reasons that are about these two and not about whoever fulfils the same conditions. */
    private static final Set<String> OF_THESE_TWO = Set.of(
            "REQUESTS",
            "INTERESTS",
            "PREFERENCES_BOTH",
            "PREFERENCES_MENTEE",
            "PREFERENCES_MENTOR",
            "ADVICE",
            "EARLIER_PAIR");

    /** Worth of what nobody has entered: less than a fit, more than a misfit. */
    public static final double UNKNOWN = 0.2;

    private static final String LOCKED = "LOCKED";
    private static final String FORM = "FORM";

    /** Sums of shares are not exact. */
    private static final double ROUNDING = 1e-9;

    private Weakness() {}

    /**
     * What is weak about a pair, in reasons; empty where nothing is, and where a person has chosen it.
     *
     * @param score of the two, 0 to 1
     * @param reasons that speak for them
     */
    public static List<Reason> of(double score, List<Reason> reasons) {
        List<String> codes = reasons.stream().map(Reason::code).toList();
        List<Reason> weak = new ArrayList<>();
        if (codes.contains(LOCKED) || codes.isEmpty()) {
            return weak; // whoever is anonymised takes the reasons along
        }
        if (codes.stream().noneMatch(OF_THESE_TWO::contains)) {
            weak.add(Reason.of(codes.equals(List.of(FORM)) ? "WEAK_FORM_ONLY" : "WEAK_CONDITIONS_ONLY"));
        }
        if (score <= UNKNOWN + ROUNDING) {
            weak.add(Reason.of("WEAK_SCORE"));
        }
        return weak;
    }
}
