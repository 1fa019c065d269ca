package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of reasons. */
@Component
public class ReasonTexts {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    ReasonTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** One reason in words. */
    public String text(Reason reason) {
        return messages.getMessage("matching.reason." + reason.code(), reason.args().toArray(), RUSSIAN);
    }

    /** Reasons in words, in the same order. */
    public List<String> texts(Collection<Reason> reasons) {
        return reasons.stream().map(this::text).toList();
    }
}
