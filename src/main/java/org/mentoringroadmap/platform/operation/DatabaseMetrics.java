package org.mentoringroadmap.platform.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Size of the database and how often it went away. */
@Component
class DatabaseMetrics implements MeterBinder {
    private final DatabaseStock stock;
    private final DatabaseWatch watch;

    DatabaseMetrics(DatabaseStock stock, DatabaseWatch watch) {
        this.stock = stock;
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mentoring.database.size", stock, it -> it.size().orElse(0L))
                .baseUnit("bytes")
                .description("Size of the database on its disk")
                .register(registry);
        Gauge.builder("mentoring.database.breaks", watch, DatabaseWatch::breaks)
                .description("How often the database went away since the start")
                .register(registry);
    }
}
