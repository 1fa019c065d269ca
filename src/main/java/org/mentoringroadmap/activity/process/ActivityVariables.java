package org.mentoringroadmap.activity.process;

import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the blocks that run one activity of the roadmap, and of tasks that stand in a stage. */
final class ActivityVariables {
    /** Item of the roadmap, for example {@code 000-1.1.1}; handed in to every block. */
    static final ProcessVariable<String> ROADMAP_ITEM = ProcessVariable.text("roadmapItem");

    /** First calendar year of the school year as text; handed down from the master. */
    static final ProcessVariable<String> FIRST_YEAR = ProcessVariable.text("firstYear");

    /** How the activity ended: id of an {@link org.mentoringroadmap.activity.Outcome}; gateways decide on it. */
    static final ProcessVariable<String> OUTCOME = ProcessVariable.text(OutcomeFields.OUTCOME);

    /** Whether the activity was closed before its block began: {@code true} or {@code false}; gateways decide on it. */
    static final ProcessVariable<String> CLOSED = ProcessVariable.text("closed");

    /** Whether the block is one part of its activity, {@code true}: what is done in it does not end the activity. */
    static final ProcessVariable<String> PART = ProcessVariable.text("part");

    /** When a stage stops waiting for what is left open, for example 2026-05-15T18:00:00; a timer reads it. */
    static final ProcessVariable<String> CLOSING = ProcessVariable.text("closing");

    /** The item with whose end a stage stops waiting. */
    static final ProcessVariable<String> CLOSING_ITEM = ProcessVariable.text("closingItem");

    /** Whether terms had passed when the year was started: {@code true} or {@code false}; a gateway decides on it. */
    static final ProcessVariable<String> TERMS_PASSED = ProcessVariable.text("termsPassed");

    /** From when a task can be done, for example {@code 2025-06-01T08:00:00}. */
    static final ProcessVariable<String> START = ProcessVariable.text("start");

    /** Term of a task, for example {@code 2025-08-31T18:00:00}. */
    static final ProcessVariable<String> DUE = ProcessVariable.text("due");

    /** Ticked boxes of the forms' choice; taken from the task, never kept. */
    static final String MENTORING_FORMS = "mentoringForms";

    private ActivityVariables() {}
}
