package org.mentoringroadmap.shared;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A typed name of a process variable, so that no string literal stands where variables are read or written. Carries ids
 * and flags only: personal data and free text never become variables.
 *
 * @param name the name used in models; part of the API that running instances rely on
 * @param type type of the value
 */
public record ProcessVariable<T>(String name, Class<T> type) {
    /** A text variable. */
    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    /** Reads the value from a scope, for example {@code execution::getVariable}; empty where it is not set. */
    public Optional<T> find(Function<String, Object> scope) {
        return Optional.ofNullable(scope.apply(name)).map(type::cast);
    }

    /**
     * Reads a value that the model guarantees.
     *
     * @throws MissingVariableException when it is not set: the model is wrong, an administrator has to look
     */
    public T from(Function<String, Object> scope) {
        return find(scope).orElseThrow(() -> new MissingVariableException(name));
    }

    /** Writes the value into a scope, for example {@code execution::setVariable}. */
    public void to(BiConsumer<String, Object> scope, T value) {
        scope.accept(name, value);
    }
}
