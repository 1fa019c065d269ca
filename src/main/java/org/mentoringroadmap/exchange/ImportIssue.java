package org.mentoringroadmap.exchange;

/**
 * Something that is wrong, or worth a look, in a file.
 *
 * @param row number of the row in the file, the first is 1
 * @param column heading of the column; empty where it concerns the whole row
 * @param message Russian text that says what to do
 */
public record ImportIssue(int row, String column, String message) {}
