package org.mentoringroadmap.roadmap;

import java.util.Locale;

/** A text in a model that is meant to be a term and is none. {@link #reason()} tells the checker what is wrong. */
public class InvalidTermException extends IllegalArgumentException {

    private final Reason reason;

    InvalidTermException(Reason reason, String text) {
        super(Messages.text("term.invalid." + reason.code(), text));
        this.reason = reason;
    }

    /** What is wrong; {@link #getMessage()} says it in Russian. */
    public Reason reason() {
        return reason;
    }

    /** Why a text is no term. */
    public enum Reason {
        /** Nothing is written. */
        EMPTY,
        /** A calendar year is written out, which would have to be edited every year. */
        FIXED_YEAR,
        /** The day does not exist in every year, or the time in no day. */
        NO_SUCH_DAY,
        /** Holidays, whose days the product does not know. */
        HOLIDAYS,
        /** How many times, and not when. */
        TIMES,
        /** Neither a date of a school year nor a known phrase. */
        UNKNOWN;

        /** The stable code of the reason, such as {@code fixed-year}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
