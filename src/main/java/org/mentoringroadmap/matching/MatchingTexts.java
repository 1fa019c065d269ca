package org.mentoringroadmap.matching;

import java.util.Locale;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Texts that are put together or entered. */
@Component
public class MatchingTexts {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int MAX_LENGTH = 2000;

    private final MessageSource messages;

    MatchingTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A text from the message bundles. */
    public String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    /**
     * A reason that may be missing; null for none.
     *
     * @throws UserInputException {@code matching.too-long}
     */
    public static String clean(String reason) {
        String clean = EnteredText.clean(reason);
        if (clean != null && clean.length() > MAX_LENGTH) {
            throw new UserInputException("matching.too-long", String.valueOf(MAX_LENGTH));
        }
        return clean;
    }

    /**
     * A reason that must be given.
     *
     * @throws UserInputException {@code matching.reason}; {@code matching.too-long}
     */
    public static String reason(String reason) {
        String clean = clean(reason);
        if (clean == null) {
            throw new UserInputException("matching.reason");
        }
        return clean;
    }
}
