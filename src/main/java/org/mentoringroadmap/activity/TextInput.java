package org.mentoringroadmap.activity;

import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;

/** Checks of texts that people enter. */
public final class TextInput {
    private static final int MAX_LINK_LENGTH = 500;
    private static final String WITH_SCHEME = "(?i)https?://[^\\s/]\\S*";
    private static final String WITHOUT_SCHEME = "[^\\s:/]+\\.[^\\s:/]+(:\\d+)?(/\\S*)?";

    private TextInput() {}

    /**
     * The text as {@link EnteredText#clean} leaves it.
     *
     * @throws UserInputException {@code activity.too-long}
     */
    public static String clean(String text, int longest) {
        String clean = EnteredText.clean(text);
        if (clean != null && clean.length() > longest) {
            throw new UserInputException("activity.too-long", String.valueOf(longest));
        }
        return clean;
    }

    /**
     * A link to a page of the web; people leave the scheme away, so it is added. Other schemes could run code in the
     * reader's browser.
     *
     * @throws UserInputException {@code activity.link}
     */
    public static String link(String text) {
        String link = clean(text, MAX_LINK_LENGTH);
        if (link == null) {
            return null;
        }
        if (link.matches(WITH_SCHEME)) {
            return link;
        }
        if (link.matches(WITHOUT_SCHEME) && link.length() + 8 <= MAX_LINK_LENGTH) {
            return "https://" + link;
        }
        throw new UserInputException("activity.link");
    }

    /** Whether somebody wrote words where a link was asked for; anything with a colon may be a scheme and is none. */
    static boolean areWords(String text) {
        String words = clean(text, MAX_LINK_LENGTH);
        return words != null && !words.contains(":") && !words.matches(WITHOUT_SCHEME);
    }
}
