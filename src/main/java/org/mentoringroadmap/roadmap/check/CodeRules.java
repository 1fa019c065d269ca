package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Condition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties;

/**
 * Keeps code out of models. Scripts, classes and method calls are looked for in the whole document, because the engine
 * accepts them in many places (listeners, parameters, fields, conditions).
 */
final class CodeRules implements BpmnRules {

    private static final List<String> CODE_ATTRIBUTES =
            List.of("class", "expression", "type", "variableMappingClass", "formHandlerClass");
    private static final String VALUE = "('[^']*'|\"[^\"]*\"|true|false)";
    private static final Pattern FLAG =
            Pattern.compile("[$#]\\{\\s*(!?\\s*[A-Za-z_]\\w*|[A-Za-z_]\\w*\\s*(==|!=)\\s*" + VALUE + ")\\s*}");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        walk(file.model().getDocument().getRootElement(), findings);
        file.all(ConditionExpression.class).forEach(condition -> checkCondition(condition, findings));
        file.all(Condition.class).forEach(condition -> checkCondition(condition, findings));
    }

    private static void checkCondition(ModelElementInstance condition, Findings findings) {
        String text = condition.getTextContent().strip();
        if (!FLAG.matcher(text).matches()) {
            report(owner(condition.getDomElement()), ModelRule.CONDITION, findings, text);
        }
    }

    private static void walk(DomElement element, Findings findings) {
        if (isScript(element)) {
            report(owner(element), ModelRule.SCRIPT, findings);
        }
        for (String attribute : CODE_ATTRIBUTES) {
            if (carriesCode(element, attribute)) {
                report(owner(element), ModelRule.CODE_IN_MODEL, findings, attribute);
            }
        }
        if (isForTheEngine(element, "connector")) {
            report(owner(element), ModelRule.CODE_IN_MODEL, findings, "connector");
        }
        element.getChildElements().forEach(child -> walk(child, findings));
    }

    private static boolean isScript(DomElement element) {
        return element.getLocalName().equals("scriptTask")
                || isForTheEngine(element, "script")
                || element.getLocalName().equals("conditionExpression") && element.hasAttribute("language");
    }

    /** Listeners carry the attributes without a namespace, BPMN elements with the engine's. */
    private static boolean carriesCode(DomElement element, String attribute) {
        return element.hasAttribute(ModelProperties.ENGINE, attribute)
                || element.getLocalName().endsWith("Listener")
                        && isForTheEngine(element, element.getLocalName())
                        && element.hasAttribute(attribute);
    }

    private static boolean isForTheEngine(DomElement element, String name) {
        return ModelProperties.ENGINE.equals(element.getNamespaceURI())
                && element.getLocalName().equals(name);
    }

    /** The nearest element around it that can be clicked on in the diagram, or the process. */
    private static DomElement owner(DomElement element) {
        DomElement owner = element;
        while (owner.getParentElement() != null && !isVisible(owner)) {
            owner = owner.getParentElement();
        }
        return owner;
    }

    /** Expressions and event definitions may carry an id, but stand inside the element that is drawn. */
    private static boolean isVisible(DomElement element) {
        return BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !element.getLocalName().matches(".*(Definition|Expression|[cC]ondition)");
    }

    private static void report(DomElement owner, ModelRule rule, Findings findings, Object... arguments) {
        findings.add(owner.getAttribute("id"), owner.getAttribute("name"), rule, arguments);
    }
}
