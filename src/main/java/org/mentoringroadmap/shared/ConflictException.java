package org.mentoringroadmap.shared;

/** What is asked for exists already or contradicts what was decided; status 409. */
public class ConflictException extends UserInputException {
    /** @see UserInputException#UserInputException(String, Object...) */
    public ConflictException(String code, Object... arguments) {
        super(code, arguments);
    }
}
