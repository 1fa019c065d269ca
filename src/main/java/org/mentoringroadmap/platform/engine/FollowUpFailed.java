package org.mentoringroadmap.platform.engine;

/**
 * A follow-up that failed. Its message is for the administrator, in Russian. Of what went wrong it keeps kinds and places
 * but no messages: those may quote a person's data, and end up in the log and in the engine's tables.
 */
final class FollowUpFailed extends RuntimeException {
    FollowUpFailed(String message, RuntimeException failure) {
        super(message, new Failure(failure));
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
