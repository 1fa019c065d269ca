package org.mentoringroadmap.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest of texts and bytes, in 64 hexadecimal digits. */
public final class Sha256 {
    private final MessageDigest digest;

    /** A digest of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JVM", e);
        }
    }

    /** The digest of one text. */
    public static String of(String text) {
        Sha256 sha = new Sha256();
        sha.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return sha.hex();
    }

    /** Adds a text with its length, so that no two lists of texts look alike. */
    public Sha256 add(String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Adds bytes as they are. */
    public Sha256 add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    /** The digest of all that was added; ends the adding. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
