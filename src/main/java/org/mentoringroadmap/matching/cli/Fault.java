package org.mentoringroadmap.matching.cli;

import java.nio.file.Path;

/**
 * Something wrong in a file.
 *
 * @param file the file as named by the caller; null where the arguments are the matter
 * @param row line of the file, from 1; 0 where the whole file is the matter
 * @param text what is wrong and what to do
 */
record Fault(Path file, long row, String text) {
    static Fault inRow(Path file, long row, String key, Object... arguments) {
        return new Fault(file, row, CommandWords.of("row", file, row, CommandWords.of(key, arguments)));
    }

    static Fault inFile(Path file, String key) {
        return new Fault(file, 0, CommandWords.of("file", file, CommandWords.of(key)));
    }
}
