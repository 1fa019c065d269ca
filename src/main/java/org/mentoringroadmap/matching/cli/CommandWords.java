package org.mentoringroadmap.matching.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command says to people. */
final class CommandWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.matching-command", Locale.ROOT);

    private CommandWords() {}

    /** @param arguments shown as they are: a row number is not grouped */
    static String of(String key, Object... arguments) {
        return MessageFormat.format(
                BUNDLE.getString(key),
                Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
