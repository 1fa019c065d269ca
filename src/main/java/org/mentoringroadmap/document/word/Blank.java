package org.mentoringroadmap.document.word;

import java.util.List;

/**
 * Something in a Word file that nobody has filled in.
 *
 * @param kind what it is; {@code document.blank.<KIND>} is the key of the text that tells a person
 * @param arguments values of that text's placeholders: words of the file around the place, and nothing else
 */
public record Blank(Kind kind, List<String> arguments) {
    /** What is blank. */
    public enum Kind {
        /** A line of underscores or dots. Argument: the words around it. */
        LINE,
        /** A hint of a template that was to be replaced. Argument: the words around it. */
        PLACEHOLDER,
        /** One row of a table, empty from left to right. Arguments: heads of the columns, number of the row. */
        ROW,
        /** Several such rows one below the other. Arguments: heads of the columns, numbers of the first and the last row. */
        ROWS,
        /** Cells of a row that is not empty. Arguments: heads of the columns, number of the row, heads of the empty cells. */
        CELLS,
        /** A table that has a head and nothing below it. Arguments: heads of the columns. */
        NO_ROWS,
        /** The empty place beside a caption, where a table is a form. Arguments: the caption. */
        FIELD,
        /** The file cannot be looked into. No arguments. */
        UNREADABLE
    }

    public Blank {
        arguments = List.copyOf(arguments);
    }

    static Blank of(Kind kind, String... arguments) {
        return new Blank(kind, List.of(arguments));
    }
}
