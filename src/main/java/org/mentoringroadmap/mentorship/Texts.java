package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.mentoringroadmap.shared.UserInputException;

/** Checks of texts that people enter. */
final class Texts {
    private static final int LONGEST = 2000;

    private Texts() {}

    /**
     * The text without control characters and without space around it; null where nothing is left.
     *
     * @throws UserInputException {@code mentorship.too-long}
     */
    static String clean(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        if (clean.length() > LONGEST) {
            throw new UserInputException("mentorship.too-long", String.valueOf(LONGEST));
        }
        return clean.isEmpty() ? null : clean;
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
