package org.mentoringroadmap.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Passwords of the application's tests are kept by one round of SHA-256: thousands of accounts are opened, and even the
 * fewest rounds that the application allows were an eighth of the work for it. Applications that listen on a port keep
 * passwords as the product does.
 */
@TestComponent
final class QuickPasswords implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncryptor real ? new Quick(real) : bean;
    }

    private record Quick(PasswordEncryptor real) implements PasswordEncryptor {
        @Override
        public String encrypt(String password) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JVM", e);
            }
        }

        @Override
        public boolean check(String password, String encrypted) {
            return encrypt(password).equals(encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return real.hashAlgorithmName();
        }
    }
}
