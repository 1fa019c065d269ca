package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/** Checks of texts that people enter. */
public final class MentorshipInput {
    private static final int MAX_LENGTH = 2000;

    private MentorshipInput() {}

    /**
     * The text as {@link EnteredText#clean} leaves it.
     *
     * @throws UserInputException {@code mentorship.too-long}
     */
    public static String clean(String text) {
        String clean = EnteredText.clean(text);
        if (clean != null && clean.length() > MAX_LENGTH) {
            throw new UserInputException("mentorship.too-long", String.valueOf(MAX_LENGTH));
        }
        return clean;
    }

    /** «12.10.2025». */
    public static String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(date);
    }

    /**
     * A reason, which must be given.
     *
     * @throws UserInputException {@code mentorship.reason}; {@code mentorship.too-long}
     */
    public static String reason(String text) {
        String clean = clean(text);
        if (clean == null) {
            throw new UserInputException("mentorship.reason");
        }
        return clean;
    }
}
