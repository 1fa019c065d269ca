package org.mentoringroadmap.taskform;

import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.Unguarded;

/** Where forms of tasks come from. The caller has made sure that the acting account may see the task. */
@Unguarded
public interface TaskFormSource {
    /** The form that the task was created with, as its file says it; empty where it has none. */
    Optional<byte[]> form(String taskId);

    /** What the task knows, by name: ids and flags, and what a step before has proposed. */
    Map<String, Object> values(String taskId);

    /**
     * What an expression of a form says, without the sign of equality before it.
     *
     * @param values by the names that the expression may use
     * @return null where it says nothing
     */
    Object evaluate(String expression, Map<String, Object> values);
}
