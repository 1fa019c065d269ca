package org.mentoringroadmap.shared;

/** What is asked for does not exist, or belongs to a school that the caller does not see; status 404. */
public class NotFoundException extends UserInputException {
    /** @see UserInputException#UserInputException(String, Object...) */
    public NotFoundException(String code, Object... arguments) {
        super(code, arguments);
    }
}
