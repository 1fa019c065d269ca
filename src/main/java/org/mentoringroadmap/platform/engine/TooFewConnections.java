package org.mentoringroadmap.platform.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The pool of connections is smaller than what works at the same time. Says so, and what to do, in Russian. */
final class TooFewConnections extends RuntimeException {
    private final String action;

    TooFewConnections(String message, String action) {
        super(message);
        this.action = action;
    }

    /** Shows the two sentences in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<TooFewConnections> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, TooFewConnections cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
