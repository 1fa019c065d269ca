package org.mentoringroadmap.activity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the blocks that run one activity of the roadmap, and of tasks that stand in a stage. */
final class ActivityVariables {
    /** Whether the activity was closed before its block began: {@code true} or {@code false}; gateways decide on it. */
    static final ProcessVariable<String> CLOSED = ProcessVariable.text("closed");

    /** When a stage stops waiting for what is left open, for example 2026-05-15T18:00:00; a timer reads it. */
    static final ProcessVariable<String> CLOSING = ProcessVariable.text("closing");

    /** Whether terms had passed when the year was started: {@code true} or {@code false}; a gateway decides on it. */
    static final ProcessVariable<String> TERMS_PASSED = ProcessVariable.text("termsPassed");

    /** Roles that collect what the classes have done, with commas. */
    static final ProcessVariable<String> COLLECTORS = ProcessVariable.text("collectors");

    /** How often an activity comes up, see {@link org.mentoringroadmap.activity.term.Frequency}. */
    static final ProcessVariable<String> FREQUENCY = ProcessVariable.text("frequency");

    /** Months of the control points as the model names them. */
    static final ProcessVariable<String> POINTS = ProcessVariable.text("points");

    /** How many times or points have been appointed so far. */
    static final ProcessVariable<String> POINT_NUMBER = ProcessVariable.text("pointNumber");

    /** Whether another time or point is appointed: {@code true} or {@code false}; a gateway decides on it. */
    static final ProcessVariable<String> TIMES_LEFT = ProcessVariable.text("timesLeft");

    /** Name of the time that is appointed: a month, a week, a number. */
    static final ProcessVariable<String> TIME_NAME = ProcessVariable.text("timeName");

    /** Whether people want another time: {@code true} or {@code false}. */
    static final ProcessVariable<String> ANOTHER = ProcessVariable.text("another");

    /** The same as a field of forms; taken from the task. */
    static final String ANOTHER_FIELD = "again";

    /** The member of a role whose task it is: id of a {@link org.mentoringroadmap.school.StaffMember} as text. */
    static final ProcessVariable<String> MEMBER_ID = ProcessVariable.text("memberId");

    /** Ticked boxes of the forms' choice; taken from the task, never kept. */
    static final String MENTORING_FORMS = "mentoringForms";

    private ActivityVariables() {}

    /** A number that is kept as text; 0 where there is none yet. */
    static int count(DelegateExecution execution, ProcessVariable<String> variable) {
        return variable.find(execution::getVariable).map(Integer::valueOf).orElse(0);
    }
}
