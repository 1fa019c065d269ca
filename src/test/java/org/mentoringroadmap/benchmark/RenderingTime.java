package org.mentoringroadmap.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.mentoringroadmap.document.word.DocumentRenderer;

/** Measures how long documents take to be rendered, so that the rest can be told without it. */
final class RenderingTime {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong documents = new AtomicLong();

    DocumentRenderer watch(DocumentRenderer renderer) {
        return new DocumentRenderer() {
            @Override
            public byte[] render(String template, Map<String, Object> data) {
                return watched(() -> renderer.render(template, data));
            }

            @Override
            public byte[] render(String name, byte[] docx, Map<String, Object> data) {
                return watched(() -> renderer.render(name, docx, data));
            }
        };
    }

    private byte[] watched(Supplier<byte[]> rendering) {
        long start = System.nanoTime();
        try {
            return rendering.get();
        } finally {
            nanos.addAndGet(System.nanoTime() - start);
            documents.incrementAndGet();
        }
    }

    Duration total() {
        return Duration.ofNanos(nanos.get());
    }

    long documents() {
        return documents.get();
    }
}
