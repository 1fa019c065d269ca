package org.mentoringroadmap.platform.engine;

/**
 * Work of the engine that failed, as it is kept. Its message is for the administrator, in Russian. Of what went wrong it
 * keeps kinds and places but no messages: those may quote a person's data, and end up in the log and in the engine's tables.
 */
final class NamelessFailure extends RuntimeException {
    NamelessFailure(String message, Throwable failure) {
        super(message, new Failure(failure));
    }

    /** The failure without words that somebody may have typed; what is one already stays as it is. */
    static Throwable of(Throwable failure, FailureTexts texts) {
        return failure == null || failure instanceof NamelessFailure
                ? failure
                : new NamelessFailure(texts.cause(failure), failure);
    }

    private static final class Failure extends RuntimeException {
        Failure(Throwable failure) {
            super(failure.getClass().getName(), failure.getCause() == null ? null : new Failure(failure.getCause()));
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
