package org.mentoringroadmap.shared;

import java.util.List;

/**
 * A person's input cannot be accepted. Nothing has been saved; the person sees a Russian text that says what to do.
 *
 * <p>The text lives in a message bundle under {@link #code()}, so that code holds no words for people. Reaches REST,
 * {@code /api} and pages as status 400; subclasses stand for other answers.
 */
public class UserInputException extends RuntimeException {
    private final String code;
    private final List<Object> arguments;

    /**
     * @param code key of the message bundle
     * @param arguments values of the message's placeholders. They may name people to whoever asked, and go nowhere else:
     *     what the exception says of itself, in logs and in the engine's tables, is the code alone; a session keeps it
     *     sealed
     */
    public UserInputException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Key of the text in the message bundles. */
    public String code() {
        return code;
    }

    /** Values for the placeholders of the text; for the person who asked, never for a log. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
