package org.mentoringroadmap.activity.process;

import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the blocks that run one activity of the roadmap, and of tasks that stand in a stage. */
final class ActivityVariables {
    /** Whether the activity was closed before its block began: {@code true} or {@code false}; gateways decide on it. */
    static final ProcessVariable<String> CLOSED = ProcessVariable.text("closed");

    /** Whether the block is one part of its activity, {@code true}: what is done in it does not end the activity. */
    static final ProcessVariable<String> PART = ProcessVariable.text("part");

    /** When a stage stops waiting for what is left open, for example 2026-05-15T18:00:00; a timer reads it. */
    static final ProcessVariable<String> CLOSING = ProcessVariable.text("closing");

    /** Whether terms had passed when the year was started: {@code true} or {@code false}; a gateway decides on it. */
    static final ProcessVariable<String> TERMS_PASSED = ProcessVariable.text("termsPassed");

    /** Ticked boxes of the forms' choice; taken from the task, never kept. */
    static final String MENTORING_FORMS = "mentoringForms";

    private ActivityVariables() {}
}
