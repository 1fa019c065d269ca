package org.mentoringroadmap.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty database to measure on. */
public record BenchmarkDatabase(
        String name, String profile, String url, String user, String password, HikariDataSource pool, Runnable drop)
        implements AutoCloseable {

    /** In memory. */
    public static BenchmarkDatabase h2() {
        return of(
                "H2 in memory",
                "default",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                "sa",
                "",
                () -> {});
    }

    /** A server of its own. */
    public static BenchmarkDatabase postgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            return of(
                    "PostgreSQL",
                    "postgresql",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "postgres",
                    "postgres",
                    () -> close(postgres));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchmarkDatabase of(
            String name, String profile, String url, String user, String password, Runnable drop) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        return new BenchmarkDatabase(name, profile, url, user, password, new HikariDataSource(pool), drop);
    }

    /** The application on this database, without jobs; with these components of tests. */
    public ConfigurableApplicationContext start(Class<?>... components) {
        return new SpringApplicationBuilder(MentoringRoadmapApplication.class)
                .sources(components)
                .profiles(profile)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password,
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--" + TestEngine.NO_JOBS,
                        "--" + TestEngine.OWN_ENGINE,
                        "--" + TestEngine.OWN_APPLICATION,
                        "--mentoring.password-iterations=1000",
                        "--mentoring.administrator.password=" + TestSchool.PASSWORD);
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        drop.run();
    }
}
