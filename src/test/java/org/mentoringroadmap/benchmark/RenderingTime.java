package org.mentoringroadmap.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.mentoringroadmap.document.word.DocumentRenderer;

/** Measures how long documents take to be rendered, so that the rest can be told without it. */
final class RenderingTime {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong documents = new AtomicLong();

    DocumentRenderer watch(DocumentRenderer renderer) {
        return (String template, Map<String, Object> data) -> {
            long start = System.nanoTime();
            try {
                return renderer.render(template, data);
            } finally {
                nanos.addAndGet(System.nanoTime() - start);
                documents.incrementAndGet();
            }
        };
    }

    Duration total() {
        return Duration.ofNanos(nanos.get());
    }

    long documents() {
        return documents.get();
    }
}
