package org.mentoringroadmap.platform.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * While the database is away everything that needs it fails, and each failure would fill the log with a stack trace. One
 * such trace a minute is written, whoever meets the failure; {@link DatabaseWatch} says when it began and ended.
 */
@Component
class SeldomTold extends TurboFilter {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    SeldomTold() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            logback.getTurboFilterList().removeIf(SeldomTold.class::isInstance);
            logback.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable failure) {
        if (failure == null
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())
                || !DatabaseFailures.isAway(failure)) {
            return FilterReply.NEUTRAL;
        }
        long now = System.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + PAUSE) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
