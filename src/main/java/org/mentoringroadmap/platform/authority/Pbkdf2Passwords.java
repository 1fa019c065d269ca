package org.mentoringroadmap.platform.authority;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.mentoringroadmap.platform.MentoringProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords of the engine's accounts with PBKDF2 (the engine appends a salt of its own, which would overrun
 * bcrypt's 72 bytes). A check that succeeded is remembered for a minute under a key that only this process knows, so
 * that REST clients do not pay for every call; a stored hash that changed is another key, so a new password counts at
 * once.
 */
@Component
final class Pbkdf2Passwords implements PasswordEncryptor {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int SALT_BYTES = 16;

    private final PasswordEncoder encoder;
    private final Cache<String, Boolean> succeeded;
    private final SecretKeySpec key = new SecretKeySpec(random(), "HmacSHA256");

    @Autowired
    Pbkdf2Passwords(MentoringProperties properties) {
        this(encoder(properties.passwordIterations()), Ticker.systemTicker());
    }

    Pbkdf2Passwords(PasswordEncoder encoder, Ticker ticker) {
        this.encoder = encoder;
        this.succeeded = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(REMEMBERED)
                .maximumSize(10_000)
                .build();
    }

    static PasswordEncoder encoder(int iterations) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        String fingerprint = fingerprint(password, encrypted);
        if (succeeded.getIfPresent(fingerprint) != null) {
            return true;
        }
        boolean matches = encoder.matches(password, encrypted);
        if (matches) {
            succeeded.put(fingerprint, true);
        }
        return matches;
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2";
    }

    private String fingerprint(String password, String encrypted) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(encrypted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JVM", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
