package org.mentoringroadmap.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts a test's context on a real PostgreSQL that lives as long as the JVM; use with the profile postgresql. */
public final class EmbeddedPostgresDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Duration START = Duration.ofMinutes(2);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            EmbeddedPostgres postgres = patient().setRegisterShutdownHook(false).start();
            // The engine writes while it closes, so the database stops after the contexts.
            SpringApplication.getShutdownHandlers().add(() -> close(postgres));
            TestPropertyValues.of(
                            "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A server whose start is waited for, also on a machine that has other things to do. What it writes need not survive
     * the machine.
     */
    public static EmbeddedPostgres.Builder patient() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(START)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off");
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
