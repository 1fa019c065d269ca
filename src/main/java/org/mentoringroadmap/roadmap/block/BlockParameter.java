package org.mentoringroadmap.roadmap.block;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

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
 * @param besideTerm what an accepted value says against the term of its row
 */
public record BlockParameter(
        String block, String name, String kind, Set<String> values, Predicate<String> accepts, BesideTerm besideTerm) {
    private static final String ROLES = "roles";

    /** Compares what a row says in a parameter with what it says in its term. */
    @FunctionalInterface
    public interface BesideTerm {
        /**
         * The part of the value that does not go with the term; empty where all does.
         *
         * @param term of days that the calendar knows, counted from no other row
         */
        Optional<String> refused(String value, TermRange term, SchoolYear year);
    }

    /** Copies the values. */
    public BlockParameter {
        values = Set.copyOf(values);
    }

    /** One that goes with every term. */
    public BlockParameter(String block, String name, String kind, Set<String> values, Predicate<String> accepts) {
        this(block, name, kind, values, accepts, (value, term, year) -> Optional.empty());
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

    /** The same parameter, compared with the term of its row; {@code rule.block-parameter.<name>-term} says how it is refused. */
    public BlockParameter beside(BesideTerm term) {
        return new BlockParameter(block, name, kind, values, accepts, term);
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
