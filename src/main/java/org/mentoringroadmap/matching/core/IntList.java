package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.List;

/** A growing list of numbers in blocks: growing copies nothing, so it never holds its contents twice. */
final class IntList {
    private static final int BITS = 12;
    private static final int BLOCK = 1 << BITS;

    private final List<int[]> blocks = new ArrayList<>();
    private int size;

    void add(int value) {
        if (size >>> BITS == blocks.size()) {
            blocks.add(new int[BLOCK]);
        }
        blocks.get(size >>> BITS)[size & (BLOCK - 1)] = value;
        size = Math.incrementExact(size);
    }

    int get(int index) {
        return blocks.get(index >>> BITS)[index & (BLOCK - 1)];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        int[] array = new int[size];
        for (int from = 0; from < size; from += BLOCK) {
            System.arraycopy(blocks.get(from >>> BITS), 0, array, from, Math.min(BLOCK, size - from));
        }
        return array;
    }
}
