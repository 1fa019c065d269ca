package org.mentoringroadmap.roadmap.check;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Condition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.language.Expressions;

/** Rules about conditions: one flag, which is less than the grammar of expressions allows, so that a drawing can be read. */
final class ConditionRules implements BpmnRules {

    private static final String VALUE = "('[^']*'|\"[^\"]*\"|true|false)";
    private static final Pattern FLAG =
            Pattern.compile("[$#]\\{\\s*(!?\\s*[A-Za-z_]\\w*|[A-Za-z_]\\w*\\s*(==|!=)\\s*" + VALUE + ")\\s*}");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(ConditionExpression.class).forEach(condition -> check(condition, known, findings));
        file.all(Condition.class).forEach(condition -> check(condition, known, findings));
    }

    /** What is outside the grammar is said once, by the rule of the grammar. */
    private static void check(ModelElementInstance condition, ModelContext known, Findings findings) {
        String text = condition.getTextContent().strip();
        if (!FLAG.matcher(text).matches()
                && Expressions.refused(text, known::isTaken).isEmpty()) {
            findings.add(owner((BaseElement) condition.getParentElement()), ModelRule.CONDITION, text);
        }
    }

    private static BaseElement owner(BaseElement parent) {
        return parent instanceof EventDefinition ? (BaseElement) parent.getParentElement() : parent;
    }
}
