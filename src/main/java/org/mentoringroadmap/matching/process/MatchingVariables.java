package org.mentoringroadmap.matching.process;

import java.util.function.Function;
import java.util.function.Supplier;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the process that forms pairs. */
final class MatchingVariables {
    /** {@code compare} in the first pass, {@code decide} in the second. */
    static final ProcessVariable<String> PAIR_STEP = ProcessVariable.text("pairStep");

    private static final String SECOND_PASS = "decide";

    private MatchingVariables() {}

    /** Programme of an instance: its business key. */
    static Long programme(Supplier<String> businessKey) {
        return Long.valueOf(businessKey.get());
    }

    static boolean isSecondPass(Function<String, Object> scope) {
        return SECOND_PASS.equals(PAIR_STEP.from(scope));
    }
}
