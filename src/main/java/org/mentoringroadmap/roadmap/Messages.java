package org.mentoringroadmap.roadmap;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Russian texts of this feature, from the bundle {@code messages/roadmap.properties} (UTF-8). */
public final class Messages {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.roadmap", RUSSIAN);

    private Messages() {}

    /** The text of the key with {0}, {1} … replaced; an unknown key is an error of ours and throws. */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), RUSSIAN).format(arguments);
    }

    /** What the panel of Modeler calls a property in our templates; the name itself where they do not show it. */
    public static String onPanel(String property) {
        return named("panel.", property);
    }

    /** What the menu of Modeler calls a kind of element; the name in the file where nobody draws it there. */
    public static String kind(String type) {
        return named("kind.", type);
    }

    /** The text of the key that begins so and ends in a name; the name itself where there is none. */
    public static String named(String prefix, String name) {
        String key = prefix + name;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : name;
    }

    /** The text of the key as it stands: a pattern of words rather than a sentence. */
    static String raw(String key) {
        return BUNDLE.getString(key);
    }
}
