package org.mentoringroadmap.matching.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An order of ids that depends on the ids and the salt alone, not on the order in which they were entered. It decides
 * which of several equally good matchings is found, so that the same salt gives the same pairs again.
 */
final class SaltedOrder {
    private record Hashed(long hash, String id, int entered) {}

    private SaltedOrder() {}

    /** For each place of the order, where the id stood in the list. */
    static int[] of(List<String> ids, long salt) {
        Hashed[] hashed = new Hashed[ids.size()];
        for (int i = 0; i < hashed.length; i++) {
            hashed[i] = new Hashed(hash(ids.get(i), salt), ids.get(i), i);
        }
        return Arrays.stream(hashed)
                .sorted(Comparator.comparingLong(Hashed::hash).thenComparing(Hashed::id))
                .mapToInt(Hashed::entered)
                .toArray();
    }

    /** FNV-1a over the characters, then the finalizer of MurmurHash3; the same on every JVM. */
    private static long hash(String id, long salt) {
        long hash = 0xcbf29ce484222325L ^ salt;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
