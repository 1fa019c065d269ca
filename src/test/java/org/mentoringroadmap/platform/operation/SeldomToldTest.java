package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SeldomToldTest {
    private final Logger logger = new LoggerContext().getLogger("trial");

    @Test
    void aDatabaseThatIsAwayIsToldOnceAMinuteAndEverythingElseAlways() {
        SeldomTold filter = new SeldomTold();
        try {
            logger.setLevel(Level.INFO);
            SQLException away = new SQLException("gone", "08006");
            assertThat(decide(filter, Level.DEBUG, away)).isEqualTo(FilterReply.NEUTRAL);
            assertThat(decide(filter, Level.ERROR, new IllegalStateException(away)))
                    .isEqualTo(FilterReply.NEUTRAL);
            assertThat(decide(filter, Level.ERROR, away)).isEqualTo(FilterReply.DENY);
            assertThat(decide(filter, Level.WARN, new IllegalStateException(away)))
                    .isEqualTo(FilterReply.DENY);
            assertThat(decide(filter, Level.ERROR, new IllegalStateException("a fault")))
                    .isEqualTo(FilterReply.NEUTRAL);
            assertThat(decide(filter, Level.ERROR, null)).isEqualTo(FilterReply.NEUTRAL);
        } finally {
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getTurboFilterList()
                    .remove(filter);
        }
    }

    private FilterReply decide(SeldomTold filter, Level level, Throwable failure) {
        return filter.decide(null, logger, level, "text", null, failure);
    }
}
