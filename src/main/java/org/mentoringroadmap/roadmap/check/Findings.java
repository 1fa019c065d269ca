package org.mentoringroadmap.roadmap.check;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.flow.Places;

/** Collects the problems of one file. */
final class Findings {

    private final String resource;
    private final List<ModelProblem> problems;

    Findings(String resource, List<ModelProblem> problems) {
        this.resource = resource;
        this.problems = problems;
    }

    /** Whether nothing is wrong with the file so far. */
    boolean isEmpty() {
        return problems.stream().noneMatch(problem -> problem.resource().equals(resource));
    }

    /** A problem of the whole file. */
    void addForFile(ModelRule rule, Object... arguments) {
        add(null, null, rule, arguments);
    }

    /** A problem of an element. */
    void add(BaseElement element, ModelRule rule, Object... arguments) {
        add(element.getId(), Places.name(element), rule, arguments);
    }

    /** A problem whose advice is one of several wordings of the rule. */
    void addCase(BaseElement element, ModelRule rule, String wording, Object... arguments) {
        addCase(element.getId(), Places.name(element), rule, wording, arguments);
    }

    /** The same for what is no element of BPMN. */
    void addCase(String elementId, String elementName, ModelRule rule, String wording, Object... arguments) {
        String advice = Messages.text("rule." + rule.code() + "." + wording, onPanel(arguments));
        problems.add(new ModelProblem(resource, elementId, elementName, rule, advice));
    }

    /** A problem of what is no element of BPMN. */
    void add(String elementId, String elementName, ModelRule rule, Object... arguments) {
        String advice = Messages.text("rule." + rule.code(), onPanel(arguments));
        problems.add(new ModelProblem(resource, elementId, elementName, rule, advice));
    }

    /** What somebody wrote, told as it stands, though a property may be called the same. */
    static Object said(String text) {
        return new Said(text);
    }

    /** An argument that is no name of a property. */
    private record Said(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A property is called as the panel of Modeler calls it where an element is made from a template. */
    private static Object[] onPanel(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String name ? Messages.onPanel(name) : argument)
                .toArray();
    }
}
