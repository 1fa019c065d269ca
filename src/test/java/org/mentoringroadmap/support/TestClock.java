package org.mentoringroadmap.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * The clock of engine and application in tests. It stands still: every test of every class begins on the same ordinary
 * school day, whatever day it is outside, and may move the clock as it likes. {@code -Dtest.now=2028-02-29T00:30} begins
 * all of them at another moment.
 */
public final class TestClock {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDateTime ORDINARY =
            LocalDateTime.parse(System.getProperty("test.now", "2026-11-25T10:15:00"));

    private TestClock() {}

    /** Moves engine and application to a moment of the installation's zone. */
    public static void moveTo(LocalDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.atZone(ZONE).toInstant()));
    }

    /** The moment at which engine and application are. */
    public static Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** The same as the school's clock shows it. */
    public static LocalDateTime now() {
        return LocalDateTime.ofInstant(instant(), ZONE);
    }

    /** The day on which engine and application are. */
    public static LocalDate today() {
        return now().toLocalDate();
    }

    /**
     * Puts the clock to the ordinary day; JUnit finds it by itself and applies it before Spring starts anything: for a
     * class with one instance for all its tests that is when the instance is made, before what is called before all.
     */
    public static final class Pin
            implements TestInstancePreConstructCallback, BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            moveTo(ORDINARY);
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            moveTo(ORDINARY);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            moveTo(ORDINARY);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            ClockUtil.reset();
        }
    }
}
