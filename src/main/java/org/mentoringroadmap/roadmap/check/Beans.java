package org.mentoringroadmap.roadmap.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Delegate expressions: the name of a bean and nothing else, {@code ${generateDraft}}. */
final class Beans {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");

    private Beans() {}

    /** The bean's name, or empty when the expression is something else. */
    static Optional<String> name(String delegateExpression) {
        Matcher matcher = BEAN.matcher(delegateExpression == null ? "" : delegateExpression);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
