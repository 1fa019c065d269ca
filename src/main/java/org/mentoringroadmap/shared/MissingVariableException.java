package org.mentoringroadmap.shared;

/** A process lacks a variable that its model guarantees: the model is wrong, or somebody has started it by hand. */
public class MissingVariableException extends IllegalStateException {
    /** @param name name of the variable */
    public MissingVariableException(String name) {
        super("Process variable is not set: " + name);
    }
}
