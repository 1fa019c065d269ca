package org.mentoringroadmap.platform.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mentoringroadmap.platform.engine.EngineWork.Queue;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The engine's queue and its incidents, as facts: neither a backlog nor a failed job is a reason to restart an
 * application that works. Whether the job executor runs is told by the engine's own indicator.
 */
@Component("queueHealthIndicator")
class QueueHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EngineWork work;

    QueueHealth(EngineWork work) {
        this.work = work;
    }

    @Override
    public Health health() {
        try {
            return CompletableFuture.supplyAsync(work::queue)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(QueueHealth::health)
                    .join();
        } catch (CompletionException e) {
            return Health.unknown()
                    .withDetail("error", e.getCause().getClass().getSimpleName())
                    .build();
        }
    }

    private static Health health(Queue queue) {
        return Health.up()
                .withDetail("waiting", queue.waiting())
                .withDetail("oldest", queue.oldest().map(Instant::toString).orElse(""))
                .withDetail("incidents", queue.incidents())
                .build();
    }
}
