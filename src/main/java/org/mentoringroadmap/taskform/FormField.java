package org.mentoringroadmap.taskform;

import java.util.List;

/**
 * A field of a form, or a text between fields.
 *
 * @param kind what a person does with it
 * @param key under which it is sent; empty for a text
 * @param label what it is called, or an expression that says it; empty for a text
 * @param description what helps to fill it; may be empty
 * @param text the words of a text, with Markdown and names in double braces; empty for a field
 * @param hides expressions of which none may be true while it is shown
 * @param choices what can be chosen; empty where nothing is
 * @param preset what it says before anybody has; null for nothing
 * @param required whether it must be filled while it is shown
 * @param limits what it may hold
 */
public record FormField(
        Kind kind,
        String key,
        String label,
        String description,
        String text,
        List<String> hides,
        List<Choice> choices,
        Object preset,
        boolean required,
        Limits limits) {

    public FormField {
        hides = List.copyOf(hides);
        choices = List.copyOf(choices);
    }

    /** What a person does with a field. */
    public enum Kind {
        /** Reads it. */
        TEXT,
        /** Types a line. */
        LINE,
        /** Types several lines. */
        LINES,
        /** Types a number. */
        NUMBER,
        /** Types or picks a day. */
        DAY,
        /** Chooses one of a few that are all seen. */
        CHOICE,
        /** Chooses one of a list. */
        SELECT,
        /** Ticks it or not. */
        TICK,
        /** Ticks some of several. */
        TICKS
    }

    /** Something to choose. */
    public record Choice(String value, String label) {}

    /**
     * What a field may hold.
     *
     * @param maxLength characters; null for any number
     * @param min smallest number; null for any
     * @param max greatest number; null for any
     * @param digits behind the comma
     */
    public record Limits(Integer maxLength, Double min, Double max, int digits) {}
}
