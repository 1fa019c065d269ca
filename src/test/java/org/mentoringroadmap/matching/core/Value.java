package org.mentoringroadmap.matching.core;

import java.math.BigDecimal;

/** What an optimum is compared by; the pairs themselves may differ. */
record Value(int matched, BigDecimal total) {
    Value {
        total = total.signum() == 0 ? BigDecimal.ZERO : total.stripTrailingZeros();
    }

    static Value of(Matching matching) {
        return new Value(matching.matched(), matching.total());
    }

    Value without(Loss loss) {
        return new Value(matched - loss.matched(), total.subtract(loss.total()));
    }

    Value with(Loss gain) {
        return new Value(matched + gain.matched(), total.add(gain.total()));
    }
}
