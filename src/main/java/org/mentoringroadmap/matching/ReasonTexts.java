package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of reasons. */
@Component
public class ReasonTexts {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final String KEY = "@";

    private final MessageSource messages;

    ReasonTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** One reason in words. */
    public String text(Reason reason) {
        return messages.getMessage(
                "matching.reason." + reason.code(),
                reason.args().stream().map(this::value).toArray(),
                RUSSIAN);
    }

    /** Numbers are given as such, so that a text can take the right ending; a topic may begin with a sign of ours. */
    private Object value(String argument) {
        if (argument.matches("\\d{1,9}")) {
            return Integer.valueOf(argument);
        }
        return argument.startsWith(KEY)
                ? messages.getMessage(argument.substring(1), null, argument, RUSSIAN)
                : argument;
    }

    /** What speaks for two people in words and, where that is next to nothing, that they are a weak pair, see {@link Weakness}. */
    public List<String> texts(double score, List<Reason> reasons) {
        List<String> texts = new ArrayList<>(texts(reasons));
        List<Reason> weak = Weakness.of(score, reasons);
        if (!weak.isEmpty()) {
            texts.add(messages.getMessage("matching.weak", new Object[] {String.join(". ", texts(weak))}, RUSSIAN));
        }
        return texts;
    }

    /** Reasons in words, in the same order. */
    public List<String> texts(Collection<Reason> reasons) {
        return reasons.stream().map(this::text).toList();
    }
}
