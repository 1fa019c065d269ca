package org.mentoringroadmap.roadmap.check;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.language.Expressions;

/** Rules about what beans do: service tasks and listeners. */
final class ServiceRules implements BpmnRules {

    private static final Pattern REPEATED = Pattern.compile("R[1-9]\\d?/([^/,]+)");
    private static final Duration FIRST_RETRY_WITHIN = Duration.ofMinutes(1);

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(ServiceTask.class).forEach(service -> checkService(service, known, findings));
        file.all(BaseElement.class).forEach(element -> checkRetries(element, findings));
        file.all(Process.class).forEach(process -> checkListeners(process, known, findings));
        file.all(FlowNode.class).forEach(node -> checkListeners(node, known, findings));
        file.all(SequenceFlow.class).forEach(flow -> checkListeners(flow, known, findings));
    }

    private static void checkService(ServiceTask service, ModelContext known, Findings findings) {
        String expression = ModelProperties.attribute(service, "delegateExpression");
        Expressions.bean(expression)
                .ifPresentOrElse(
                        bean -> checkBean(service, bean, known, findings),
                        () -> findings.add(service, ModelRule.SERVICE_BEAN));
    }

    private static void checkRetries(BaseElement element, Findings findings) {
        ModelProperties.extensions(element, "failedJobRetryTimeCycle").stream()
                .map(cycle -> cycle.getTextContent().strip())
                .filter(cycle -> !beginsSoon(cycle))
                .forEach(cycle -> findings.add(drawn(element), ModelRule.RETRY_CYCLE, cycle));
    }

    /** What repeats a step has a cycle of its own, but no shape. */
    private static BaseElement drawn(BaseElement element) {
        return element instanceof MultiInstanceLoopCharacteristics ? (BaseElement) element.getParentElement() : element;
    }

    /** Waits with commas between them, or one wait and how often. */
    private static boolean beginsSoon(String cycle) {
        try {
            Matcher repeated = REPEATED.matcher(cycle);
            List<Duration> waits = repeated.matches()
                    ? List.of(Duration.parse(repeated.group(1)))
                    : Arrays.stream(cycle.split(",", -1))
                            .map(wait -> Duration.parse(wait.strip()))
                            .toList();
            return waits.stream().noneMatch(Duration::isNegative)
                    && waits.get(0).compareTo(FIRST_RETRY_WITHIN) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void checkListeners(BaseElement element, ModelContext known, Findings findings) {
        ModelProperties.extensions(element, "executionListener")
                .forEach(listener ->
                        checkListener(element, listener.getAttribute("delegateExpression"), known, findings));
        ModelProperties.extensions(element, "taskListener")
                .forEach(listener ->
                        checkListener(element, listener.getAttribute("delegateExpression"), known, findings));
    }

    private static void checkListener(BaseElement element, String expression, ModelContext known, Findings findings) {
        Expressions.bean(expression)
                .ifPresentOrElse(
                        bean -> checkBean(element, bean, known, findings),
                        () -> findings.add(element, ModelRule.LISTENER));
    }

    private static void checkBean(BaseElement element, String bean, ModelContext known, Findings findings) {
        if (!known.beanExists(bean)) {
            findings.add(element, ModelRule.UNKNOWN_BEAN, bean);
        }
    }
}
