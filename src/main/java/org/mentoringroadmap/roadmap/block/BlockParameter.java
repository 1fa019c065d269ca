package org.mentoringroadmap.roadmap.block;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a property of an element that calls a block may say: a parameter that has a usual value where nobody says anything.
 * A model that says what the block cannot carry out is refused before it can run. Whoever carries the block out declares its
 * parameters as beans of this type; a property without one takes any text.
 *
 * @param block process id of the block
 * @param name name of the property
 * @param kind how it is refused: the case of {@code rule.block-parameter.<kind>} in the bundle
 * @param values every value it may have where it is one of a list; else empty
 * @param accepts whether a text that is neither blank nor one of the values is accepted
 */
public record BlockParameter(String block, String name, String kind, Set<String> values, Predicate<String> accepts) {
    private static final String ROLES = "roles";

    /** Copies the values. */
    public BlockParameter {
        values = Set.copyOf(values);
    }

    /** One of these values. */
    public static BlockParameter choice(String block, String name, Set<String> values) {
        return new BlockParameter(block, name, "choice", values, value -> false);
    }

    /** Ids of roles with commas. */
    public static BlockParameter roles(String block, String name) {
        return new BlockParameter(block, name, ROLES, Set.of(), value -> true);
    }

    /** A text that passes a check; {@code kind} says in the bundle how to write it. */
    public static BlockParameter text(String block, String name, String kind, Predicate<String> accepts) {
        return new BlockParameter(block, name, kind, Set.of(), accepts);
    }

    /** Whether it names roles. */
    public boolean isRoles() {
        return kind.equals(ROLES);
    }

    /** What is wrong with a value: what may be written instead, in one line; empty where nothing is. */
    public Optional<String> refused(String value) {
        return values.contains(value) || accepts.test(value)
                ? Optional.empty()
                : Optional.of(String.join(", ", new TreeSet<>(values)));
    }
}
