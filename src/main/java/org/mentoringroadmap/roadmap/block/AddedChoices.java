package org.mentoringroadmap.roadmap.block;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Values that administrators have added to those of a {@link BlockChoice}: whoever takes the element templates from here
 * finds them in the list of the block's template.
 *
 * @param block process id of the block
 * @param input name of the variable that a calling model hands in
 * @param titles title of each added value as a person reads it; asked each time
 */
public record AddedChoices(String block, String input, Supplier<Map<String, String>> titles) {}
