package org.mentoringroadmap.benchmark;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a stage hands in to its blocks, the same for all; public since expressions call it. */
public class FixedProperties {
    private static final String DAY = "2027-06-30T18:00:00";

    /** An item. */
    public String item(DelegateExecution execution) {
        return execution.getCurrentActivityId();
    }

    /** A title. */
    public String title(DelegateExecution execution) {
        return execution.getCurrentActivityName();
    }

    /** What to do. */
    public String guide(DelegateExecution execution) {
        return "";
    }

    /** Beginning of the term. */
    public String start(DelegateExecution execution) {
        return DAY;
    }

    /** End of the term. */
    public String due(DelegateExecution execution) {
        return DAY;
    }

    /** When the stage closes. */
    public String closing(DelegateExecution execution) {
        return DAY;
    }

    /** Roles. */
    public String responsible(DelegateExecution execution) {
        return "curator";
    }

    /** Whose task it is. */
    public String assignee(DelegateExecution execution) {
        return "mentor";
    }
}
