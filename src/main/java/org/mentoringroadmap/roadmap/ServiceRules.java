package org.mentoringroadmap.roadmap;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** Rules about what beans do: service tasks and listeners. */
final class ServiceRules implements BpmnRules {

    private static final Pattern RETRY_CYCLE = Pattern.compile("R\\d+/P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(ServiceTask.class).forEach(service -> checkService(service, known, findings));
        file.all(Process.class).forEach(process -> checkListeners(process, known, findings));
        file.all(FlowNode.class).forEach(node -> checkListeners(node, known, findings));
        file.all(SequenceFlow.class).forEach(flow -> checkListeners(flow, known, findings));
    }

    private static void checkService(ServiceTask service, ModelContext known, Findings findings) {
        String expression = service.getCamundaDelegateExpression();
        Beans.name(expression)
                .ifPresentOrElse(
                        bean -> checkBean(service, bean, known, findings),
                        () -> findings.add(service, ModelRule.SERVICE_BEAN));
        boolean retried = ModelProperties.extensions(service, CamundaFailedJobRetryTimeCycle.class).stream()
                .anyMatch(cycle ->
                        RETRY_CYCLE.matcher(cycle.getTextContent().strip()).matches());
        if (!retried) {
            findings.add(service, ModelRule.RETRY_CYCLE);
        }
    }

    private static void checkListeners(BaseElement element, ModelContext known, Findings findings) {
        ModelProperties.extensions(element, CamundaExecutionListener.class)
                .forEach(listener -> checkListener(element, listener.getCamundaDelegateExpression(), known, findings));
        ModelProperties.extensions(element, CamundaTaskListener.class)
                .forEach(listener -> checkListener(element, listener.getCamundaDelegateExpression(), known, findings));
    }

    private static void checkListener(BaseElement element, String expression, ModelContext known, Findings findings) {
        Beans.name(expression)
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
