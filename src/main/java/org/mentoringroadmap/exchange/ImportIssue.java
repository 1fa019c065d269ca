package org.mentoringroadmap.exchange;

/**
 * Something that is wrong, or worth a look, in a file.
 *
 * @param row number of the row in the file, the first is 1
 * @param column heading of the column; empty where it concerns the whole row
 * @param message Russian text that says what to do
 * @param question whether the value looks wrong and a person may say that it is right; a file is stored when that is said
 * @param dispensable whether the row can be stored without the value; it says who somebody is otherwise
 */
public record ImportIssue(int row, String column, String message, boolean question, boolean dispensable) {
    /** What is certain, or is asked about. */
    public ImportIssue(int row, String column, String message, boolean question) {
        this(row, column, message, question, false);
    }

    /** The heading without the marks at its end, a colon, and the message. */
    public String text() {
        return column.isEmpty() ? message : heading() + ": " + message;
    }

    /** The heading as it is named within a sentence. */
    public String heading() {
        return column.replaceFirst("[\\s?!:;.,*]+$", "");
    }

    /** What is certain: an error, or a warning that stops nothing. */
    public ImportIssue(int row, String column, String message) {
        this(row, column, message, false);
    }
}
