package org.mentoringroadmap.matching.core;

import java.util.Arrays;

/** A binary heap of numbers ordered by a key that may fall while they are in it. Equal keys: the smaller number first. */
final class IndexedHeap {
    private static final int ABSENT = -1;

    private final long[] key;
    private final int[] heap;
    private final int[] position;
    private int size;

    /** @param key the keys, written by the caller; {@link #rise} has to be told when one falls */
    IndexedHeap(long[] key) {
        this.key = key;
        heap = new int[key.length];
        position = new int[key.length];
        Arrays.fill(position, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int first() {
        return heap[0];
    }

    /** Puts the number in, or moves it after its key fell. */
    void rise(int number) {
        int at = position[number] == ABSENT ? size++ : position[number];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(number, heap[parent])) {
                break;
            }
            place(heap[parent], at);
            at = parent;
        }
        place(number, at);
    }

    int poll() {
        int first = heap[0];
        position[first] = ABSENT;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    void clear() {
        while (size > 0) {
            position[heap[--size]] = ABSENT;
        }
    }

    private void sink(int number) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], number)) {
                break;
            }
            place(heap[child], at);
            at = child;
        }
        place(number, at);
    }

    private boolean before(int one, int other) {
        return key[one] < key[other] || key[one] == key[other] && one < other;
    }

    private void place(int number, int at) {
        heap[at] = number;
        position[number] = at;
    }
}
