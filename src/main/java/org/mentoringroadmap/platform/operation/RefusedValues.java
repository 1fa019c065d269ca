package org.mentoringroadmap.platform.operation;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.fasterxml.jackson.core.JacksonException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.convert.ConversionException;

/**
 * Keeps out of the log what a database or a parser says about a value that it refused: the value may be a person's. What
 * failed, where, and in which statement stays; only the sentence with the value goes, also where another exception repeats it.
 */
final class RefusedValues {
    private static final String GONE = "[a value was refused%s]";

    /** SQL states: a value does not fit, or breaks a constraint. */
    private static final Pattern ABOUT_VALUES = Pattern.compile("2[23]\\w{3}");

    private static final int SHORTEST = 3;

    private RefusedValues() {}

    /** Traces of exceptions, as {@code %wEx} prints them. */
    public static final class Traces extends ExtendedWhitespaceThrowableProxyConverter {
        @Override
        protected String throwableProxyToString(IThrowableProxy failure) {
            return without(super.throwableProxyToString(failure), failure);
        }
    }

    /** Messages, as {@code %m} prints them: who logs a failure often says again what it says. */
    public static final class Messages extends MessageConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return without(super.convert(event), event.getThrowableProxy());
        }
    }

    private static String without(String text, IThrowableProxy failure) {
        if (failure == null) {
            return text;
        }
        List<Throwable> about = new ArrayList<>();
        collect(failure, about);
        String left = text;
        for (Throwable one : about) {
            left = left.replace(one.getMessage(), GONE.formatted(state(one)));
        }
        return left;
    }

    /** The longest sentence first, since it may hold a shorter one. */
    private static void collect(IThrowableProxy failure, List<Throwable> about) {
        if (failure instanceof ThrowableProxy known
                && tellsAValue(known.getThrowable())
                && known.getMessage() != null
                && known.getMessage().length() >= SHORTEST) {
            about.add(known.getThrowable());
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), about);
        }
        if (failure.getSuppressed() != null) {
            for (IThrowableProxy suppressed : failure.getSuppressed()) {
                collect(suppressed, about);
            }
        }
        about.sort(Comparator.comparingInt((Throwable one) -> one.getMessage().length())
                .reversed());
    }

    private static boolean tellsAValue(Throwable failure) {
        return failure instanceof SQLException refused
                        && refused.getSQLState() != null
                        && ABOUT_VALUES.matcher(refused.getSQLState()).matches()
                || failure instanceof JacksonException
                || failure instanceof NumberFormatException
                || failure instanceof DateTimeException
                || failure instanceof TypeMismatchException
                || failure instanceof ConversionException;
    }

    private static String state(Throwable failure) {
        return failure instanceof SQLException refused ? ", SQL state " + refused.getSQLState() : "";
    }
}
