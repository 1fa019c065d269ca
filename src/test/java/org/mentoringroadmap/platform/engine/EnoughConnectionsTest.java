package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.ResourceBundleMessageSource;

class EnoughConnectionsTest {
    @Test
    void morePeopleAtWorkThanConnectionsIsSaidAtOnce() {
        Throwable refusal = catchThrowable(() -> start(4, 6));

        assertThat(refusal).isInstanceOf(TooFewConnections.class);
        FailureAnalysis told = new TooFewConnections.Analyzer().analyze(new IllegalStateException(refusal));
        assertThat(told.getDescription()).contains("Соединений с базой данных слишком мало", "= 6.", "их 4");
        assertThat(told.getAction()).contains("не меньше 7", "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE");
    }

    @Test
    void enoughIsEnough() {
        assertThatCode(() -> start(4, 7)).doesNotThrowAnyException();
    }

    private static void start(int jobThreads, int connections) {
        CamundaBpmProperties engine = new CamundaBpmProperties();
        engine.getJobExecution().setMaxPoolSize(jobThreads);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/platform");
        messages.setDefaultEncoding("UTF-8");
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setMaximumPoolSize(connections);
            new EnoughConnections(pool, engine, messages);
        }
    }
}
