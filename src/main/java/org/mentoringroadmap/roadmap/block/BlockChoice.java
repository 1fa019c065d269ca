package org.mentoringroadmap.roadmap.block;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What a block can be called with: the values of one of its inputs that it knows how to carry out. A model that hands in
 * another is refused before it can run. Whoever carries the block out declares its choices as beans of this type; an
 * input without one takes any text.
 *
 * @param block process id of the block
 * @param input name of the variable that a calling model hands in
 * @param known every value that the block can carry out; asked each time, since an administrator may add some
 */
public record BlockChoice(String block, String input, Supplier<Set<String>> known) {

    /** Values that are always the same. */
    public BlockChoice(String block, String input, Set<String> values) {
        this(block, input, () -> values);
    }

    /** Every value that the block can carry out now. */
    public Set<String> values() {
        return Set.copyOf(known.get());
    }
}
