package org.mentoringroadmap.platform.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Jobs that wait and jobs that failed for good, counted when somebody reads the metrics. */
@Component
class QueueMetrics implements MeterBinder {
    private final EngineWork work;
    private final Incidents incidents;

    QueueMetrics(EngineWork work, Incidents incidents) {
        this.work = work;
        this.incidents = incidents;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mentoring.jobs.waiting", work, EngineWork::waiting)
                .description("Jobs that could be done now")
                .register(registry);
        Gauge.builder("mentoring.incidents.open", incidents, Incidents::count)
                .description("Jobs that failed for good")
                .register(registry);
    }
}
