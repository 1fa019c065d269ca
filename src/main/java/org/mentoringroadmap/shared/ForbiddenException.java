package org.mentoringroadmap.shared;

/** The caller's role may not do this; status 403. */
public class ForbiddenException extends UserInputException {
    /** @see UserInputException#UserInputException(String, Object...) */
    public ForbiddenException(String code, Object... arguments) {
        super(code, arguments);
    }
}
