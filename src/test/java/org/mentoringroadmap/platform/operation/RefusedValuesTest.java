package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/** A failure is told in the log, and of a person's data nothing. */
class RefusedValuesTest {
    private static final String NAME = "Гвоздиков";

    @Test
    void whatTheDatabaseRefusesIsNotNamed() {
        String log = logged(failure(() -> {
            try (Connection database = DriverManager.getConnection("jdbc:h2:mem:refused-values")) {
                return database.createStatement()
                        .execute("create table t (name varchar(3)); insert into t values ('" + NAME + "')");
            }
        }));

        assertThat(log)
                .contains("SQL state 22001", "JdbcSQLDataException", "RefusedValuesTest")
                .doesNotContain(NAME);
    }

    @Test
    void whatAParserRefusesIsNotNamed() {
        assertThat(logged(failure(() -> new ObjectMapper().readTree(NAME))))
                .contains(JsonProcessingException.class.getPackageName())
                .doesNotContain(NAME);
        assertThat(logged(failure(() -> Integer.valueOf(NAME)))).doesNotContain(NAME);
        assertThat(logged(failure(() -> LocalDate.parse(NAME)))).doesNotContain(NAME);
    }

    @Test
    void otherFailuresAreToldAsTheyAre() {
        assertThat(logged(new IllegalStateException("The page has no template")))
                .contains("The page has no template");
        assertThat(logged(new SQLException("Connection refused", "08001"))).contains("Connection refused");
    }

    @Test
    void theApplicationLogsSo() throws Exception {
        assertThat(new ClassPathResource("logback-spring.xml").getContentAsString(StandardCharsets.UTF_8))
                .contains(RefusedValues.Messages.class.getName(), RefusedValues.Traces.class.getName());
    }

    private static Exception failure(Callable<?> refused) {
        try {
            refused.call();
        } catch (Exception e) {
            return new IllegalStateException("Wrapped: " + e.getMessage(), e);
        }
        throw new AssertionError("Nothing was refused");
    }

    /** As the application prints it: the one who logs says again what the failure says. */
    private static String logged(Exception failure) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("m", RefusedValues.Messages::new);
        layout.getInstanceConverterMap().put("wEx", RefusedValues.Traces::new);
        layout.setPattern("%m%n%wEx");
        layout.start();
        return layout.doLayout(new LoggingEvent(
                "", context.getLogger("test"), Level.ERROR, "It failed [" + failure.getMessage() + "]", failure, null));
    }
}
