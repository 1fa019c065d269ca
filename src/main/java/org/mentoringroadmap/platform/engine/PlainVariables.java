package org.mentoringroadmap.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.mentoringroadmap.shared.EnteredText;

/** What is sent with a task, its texts as {@link EnteredText} leaves them: a form of Tasklist takes no other ones than a page. */
final class PlainVariables {
    private PlainVariables() {}

    /** The same variables; null for none. */
    static Map<String, Object> of(Map<String, Object> variables) {
        if (variables == null || variables.values().stream().noneMatch(String.class::isInstance)) {
            return variables;
        }
        VariableMap plain = Variables.createVariables();
        variables.forEach((name, value) -> {
            if (value instanceof String text) {
                plain.put(name, EnteredText.plain(text));
            } else if (variables instanceof VariableMap typed) {
                plain.putValueTyped(name, typed.getValueTyped(name));
            } else {
                plain.put(name, value);
            }
        });
        return plain;
    }
}
