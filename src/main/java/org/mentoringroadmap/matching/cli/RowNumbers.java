package org.mentoringroadmap.matching.cli;

import java.util.TreeMap;

/** In which row of a file the n-th entry stands. Keeps only the places where rows were left out. */
final class RowNumbers {
    private final TreeMap<Integer, Long> offsetFrom = new TreeMap<>();
    private int entries;

    void add(long row) {
        entries++;
        long offset = row - entries;
        if (offsetFrom.isEmpty() || offsetFrom.lastEntry().getValue() != offset) {
            offsetFrom.put(entries, offset);
        }
    }

    /** @param entry from 1 */
    long row(int entry) {
        return entry + offsetFrom.floorEntry(entry).getValue();
    }
}
