package org.mentoringroadmap.assessment.web;

import java.math.BigDecimal;
import org.mentoringroadmap.shared.EnteredText;

/** A number as Russians write it, with a comma. */
final class TypedNumber {
    private TypedNumber() {}

    /** Null for a blank and for what is no number. */
    static BigDecimal of(String text) {
        String clean = EnteredText.clean(text);
        return clean != null && clean.matches("-?\\d{1,9}([.,]\\d{1,9})?")
                ? new BigDecimal(clean.replace(',', '.'))
                : null;
    }
}
