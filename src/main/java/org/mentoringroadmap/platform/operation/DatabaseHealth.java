package org.mentoringroadmap.platform.operation;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN while the database does not answer. Answers from what the watch knows, so it never waits. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {
    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = watch.awaySince()
                .map(since -> Health.down().withDetail("since", since))
                .orElseGet(Health::up);
        return health.withDetail("product", watch.product())
                .withDetail("breaks", watch.breaks())
                .build();
    }
}
