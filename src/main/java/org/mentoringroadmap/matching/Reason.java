package org.mentoringroadmap.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Why a pair is proposed or why there is none. The text is {@code matching.reason.<code>} of the bundle, with these
 * arguments; it can be told to a parent. What special categories or difficulties say is never among them. {@link
 * ReasonTexts} finds the words.
 *
 * @param code key of the text
 * @param args arguments of the text, in their order; one that begins with {@code @} is the key of a text itself
 */
public record Reason(String code, List<String> args) {
    /** The curator has locked another pair, which has become impossible. */
    public static final String LOCK_DROPPED = "LOCK_DROPPED";

    /** Keeps its own copy. */
    public Reason {
        args = List.copyOf(args);
    }

    /** A reason by the key of its text. */
    public static Reason of(String code, Object... args) {
        return new Reason(code, Arrays.stream(args).map(String::valueOf).toList());
    }
}
