package org.mentoringroadmap.roadmap.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.file.ParserWords;
import org.mentoringroadmap.roadmap.file.StoredTexts;
import org.mentoringroadmap.roadmap.file.XmlElement;
import org.mentoringroadmap.roadmap.language.Expressions;

/**
 * Keeps code out of models: what may stand in one is listed ({@link Vocabulary}), and every text in it, wherever it
 * stands, keeps to the grammar of expressions ({@link Expressions}). No place is left out because nobody thought that the
 * engine computes it.
 */
final class CodeRules {

    private static final String OF_THE_NEWER_ENGINE = "http://camunda.org/schema/zeebe/1.0";
    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask", "scriptFormat", "language", "resource");

    private static final Set<String> CODE = Set.of(
            "class",
            "expression",
            "delegateExpression",
            "type",
            "topic",
            "connector",
            "field",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "formHandlerClass",
            "mapDecisionResult");

    /** Fields of every element, which the panel calls otherwise. */
    private static final Set<String> COMMON_FIELDS = Set.of("name", "documentation");

    /** Stand inside the element that is drawn, though they may carry an id. */
    private static final Pattern NOT_DRAWN = Pattern.compile(
            ".*(Definition|Expression|[cC]ondition|Characteristics|[lL]aneSet)|documentation|extensionElements"
                    + "|timeDate|timeDuration|timeCycle|loopCardinality|text");

    void check(byte[] bytes, ModelContext known, Findings findings) {
        Set<XmlElement> refused = new HashSet<>();
        try {
            for (XmlElement element : XmlElement.read(bytes)) {
                if (refused.contains(element.parent()) || !check(element, known::isTaken, findings)) {
                    refused.add(element); // what stands in it goes with it
                }
            }
        } catch (XMLStreamException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, ParserWords.of(e));
        }
    }

    /** Whether the element may stand there; what is wrong on it is reported either way. */
    private static boolean check(XmlElement element, Predicate<String> isTaken, Findings findings) {
        Place place = new Place(owner(element), findings);
        element.declared().stream()
                .filter(namespace -> !Vocabulary.MODELS.knows(namespace))
                .forEach(namespace -> refuse(namespace, findings));
        if (!Vocabulary.MODELS.knows(element.namespace())) {
            place.report(ModelRule.NAMESPACE, element.namespace());
            return false;
        }
        if (!Vocabulary.MODELS.allows(element)) {
            place.refuse(element.name());
            return false;
        }
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (!Vocabulary.MODELS.knows(attribute.namespace())) {
                place.report(ModelRule.NAMESPACE, attribute.namespace());
            } else if (!Vocabulary.MODELS.allows(element, attribute)) {
                place.refuse(attribute.name());
            } else if (attribute.name().equals("delegateExpression")) {
                if (Expressions.bean(attribute.value()).isEmpty()) {
                    place.report(element.name().endsWith("Listener") ? ModelRule.LISTENER : ModelRule.SERVICE_BEAN);
                }
            } else {
                place.checkText(panelName(element, attribute), attribute.value(), isTaken);
                StoredTexts.limit(attribute)
                        .ifPresent(limit -> place.report(
                                ModelRule.TEXT_TOO_LONG, panelName(element, attribute), String.valueOf(limit)));
            }
        }
        place.checkText(panelName(element.name()), element.text(), isTaken);
        return true;
    }

    /** A field of a template stands in the value of a property, and is called by the name of that property. */
    private static String panelName(XmlElement element, XmlElement.Attribute attribute) {
        boolean isField = element.name().equals("property") && attribute.name().equals("value");
        return isField && element.attribute("name") != null ? element.attribute("name") : panelName(attribute.name());
    }

    private static String panelName(String name) {
        return COMMON_FIELDS.contains(name) ? Messages.text("field." + name) : name;
    }

    /** Modeler offers diagrams for two engines, and the other one's are made with one wrong click. */
    private static void refuse(String namespace, Findings findings) {
        if (OF_THE_NEWER_ENGINE.equals(namespace)) {
            findings.addCase((String) null, null, ModelRule.NAMESPACE, "newer");
        } else {
            findings.addForFile(ModelRule.NAMESPACE, namespace);
        }
    }

    /** The nearest element around it that can be clicked on in the diagram, or the process. */
    private static XmlElement owner(XmlElement element) {
        XmlElement owner = element;
        while (owner.parent() != null && !isDrawn(owner)) {
            owner = owner.parent();
        }
        return owner;
    }

    private static boolean isDrawn(XmlElement element) {
        return BpmnModelConstants.BPMN20_NS.equals(element.namespace())
                && element.attribute("id") != null
                && !NOT_DRAWN.matcher(element.name()).matches();
    }

    /** Where in Modeler an administrator finds it. */
    private record Place(XmlElement owner, Findings findings) {

        void refuse(String name) {
            if (SCRIPTS.contains(name)) {
                report(ModelRule.SCRIPT);
            } else {
                report(CODE.contains(name) ? ModelRule.CODE_IN_MODEL : ModelRule.VOCABULARY, name);
            }
        }

        void checkText(String name, String text, Predicate<String> isTaken) {
            Optional<String> refused = Expressions.refused(text, isTaken);
            refused.ifPresent(part -> report(ModelRule.EXPRESSION, name, part));
        }

        void report(ModelRule rule, Object... arguments) {
            if (owner.parent() == null) {
                findings.addForFile(rule, arguments);
            } else {
                findings.add(owner.attribute("id"), owner.attribute("name"), rule, arguments);
            }
        }
    }
}
