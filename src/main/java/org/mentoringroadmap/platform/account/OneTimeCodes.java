package org.mentoringroadmap.platform.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute, as apps for a telephone show them (RFC 6238 with SHA-1). */
final class OneTimeCodes {
    static final int DIGITS = 6;

    private static final String HMAC = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int NEIGHBOURS = 1;

    private OneTimeCodes() {}

    /**
     * The interval to which a code belongs: the present one, or its neighbour where a clock is a little wrong or a person a
     * little slow. Empty for a wrong code.
     */
    static OptionalLong interval(byte[] key, String code, Instant now) {
        long present = interval(now);
        return LongStream.rangeClosed(present - NEIGHBOURS, present + NEIGHBOURS)
                .filter(interval -> code(key, interval, DIGITS).equals(code))
                .findFirst();
    }

    static long interval(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    static String code(byte[] key, long interval, int digits) {
        byte[] hash = hmac(key, interval);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
    }

    private static byte[] hmac(byte[] key, long interval) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(interval).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " is part of every JVM", e);
        }
    }
}
