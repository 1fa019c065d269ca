package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.support.EmbeddedPostgresDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes that meet an empty PostgreSQL database at the same moment, with the demo's people among what they make. */
class TwoFirstNodesTest {
    @Test
    @Tag("long")
    void bothStartAndEverythingIsThereOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgresDatabase.patient().start()) {
            List<CompletableFuture<ConfigurableApplicationContext>> nodes = Stream.of(1, 2)
                    .map(node -> CompletableFuture.supplyAsync(() -> start(server.getJdbcUrl("postgres", "postgres"))))
                    .toList();
            List<ConfigurableApplicationContext> started = nodes.stream()
                    .map(node -> node.orTimeout(10, TimeUnit.MINUTES).join())
                    .toList();
            JdbcTemplate jdbc = started.get(0).getBean(JdbcTemplate.class);
            assertThat(count(jdbc, "select count(*) from act_re_deployment")).isEqualTo(1);
            assertThat(count(jdbc, "select count(*) from school")).isEqualTo(1);
            assertThat(count(jdbc, "select count(*) from programme"))
                    .as("two that run and the one of last year")
                    .isEqualTo(3);
            assertThat(count(jdbc, "select count(*) from act_id_user where id_ = 'administrator'"))
                    .isEqualTo(1);
            assertThat(count(jdbc, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .isZero();
            started.forEach(ConfigurableApplicationContext::close);
        }
    }

    private static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(MentoringRoadmapApplication.class)
                .profiles("postgresql", "demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--mentoring.password-iterations=1000",
                        "--" + TestEngine.NO_JOBS,
                        "--" + TestEngine.OWN_ENGINE,
                        "--" + TestEngine.OWN_APPLICATION);
    }

    private static int count(JdbcTemplate jdbc, String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }
}
