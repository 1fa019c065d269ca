package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/** Checks of texts that people enter. */
final class Texts {
    private static final int LONGEST = 2000;

    private Texts() {}

    /**
     * The text as {@link EnteredText#clean} leaves it.
     *
     * @throws UserInputException {@code mentorship.too-long}
     */
    static String clean(String text) {
        String clean = EnteredText.clean(text);
        if (clean != null && clean.length() > LONGEST) {
            throw new UserInputException("mentorship.too-long", String.valueOf(LONGEST));
        }
        return clean;
    }

    /** «12.10.2025». */
    static String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(date);
    }

    /**
     * A reason, which must be given.
     *
     * @throws UserInputException {@code mentorship.reason}; {@code mentorship.too-long}
     */
    static String reason(String text) {
        String clean = clean(text);
        if (clean == null) {
            throw new UserInputException("mentorship.reason");
        }
        return clean;
    }
}
