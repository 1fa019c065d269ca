package org.mentoringroadmap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class Pbkdf2PasswordsTest {
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Pbkdf2Passwords passwords = new Pbkdf2Passwords(
            new PasswordEncoder() {
                @Override
                public String encode(CharSequence password) {
                    return "hash of " + password;
                }

                @Override
                public boolean matches(CharSequence password, String encoded) {
                    checks.incrementAndGet();
                    return encoded.equals(encode(password));
                }
            },
            nanos::get);

    @Test
    void aSuccessIsRememberedForAMinuteAndNotLonger() {
        assertThat(passwords.check("right", "hash of right")).isTrue();
        pass(Duration.ofSeconds(59));
        assertThat(passwords.check("right", "hash of right")).isTrue();
        assertThat(checks).hasValue(1);
        pass(Duration.ofSeconds(2));
        assertThat(passwords.check("right", "hash of right")).isTrue();
        assertThat(checks).hasValue(2);
    }

    @Test
    void aWrongPasswordIsNeverRemembered() {
        assertThat(passwords.check("wrong", "hash of right")).isFalse();
        assertThat(passwords.check("wrong", "hash of right")).isFalse();
        assertThat(checks).hasValue(2);
    }

    @Test
    void aNewPasswordCountsAtOnce() {
        assertThat(passwords.check("right", "hash of right")).isTrue();
        assertThat(passwords.check("right", "hash of another")).isFalse();
    }

    @Test
    void isPbkdf2WithASaltOfItsOwn() {
        Pbkdf2Passwords real = new Pbkdf2Passwords(Pbkdf2Passwords.encoder(310_000), Ticker.systemTicker());
        String stored = real.encrypt("пароль");
        assertThat(stored).isNotEqualTo(real.encrypt("пароль"));
        assertThat(real.check("пароль", stored)).isTrue();
        assertThat(real.check("Пароль", stored)).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
