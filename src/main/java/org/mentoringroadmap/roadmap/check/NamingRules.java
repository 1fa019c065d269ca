package org.mentoringroadmap.roadmap.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.language.Labels;

/**
 * Rules about ids and labels.
 *
 * <p>An id is {@code <Type>_<BusinessWords>}, the words in English and PascalCase. Accepted types: {@code Start_} and
 * {@code End_} for start and end events, {@code Event_} and {@code Boundary_} for events between and at the border,
 * {@code Task_} for what a person does or the process waits for, {@code Service_} for what a bean does,
 * {@code Activity_} and {@code Stage_} for call activities, {@code SubProcess_} and {@code Block_} for embedded and event
 * sub-processes, {@code Gateway_} for gateways. A sequence flow is {@code Flow_} and
 * anything, because nothing refers to it. Ids that Modeler generates, such as {@code Activity_0x1y2z3}, are refused.
 *
 * <p>Gateways that only join paths or start parallel ones need no label: they ask nothing.
 */
final class NamingRules implements BpmnRules {

    private static final Map<Class<? extends BaseElement>, String> PREFIXES = prefixes();

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(Process.class).forEach(process -> checkLabel(process, process.getName(), findings));
        file.all(SequenceFlow.class).forEach(flow -> {
            checkId(flow, findings);
            checkLanguage(flow, flow.getName(), findings);
        });
        for (FlowNode node : file.all(FlowNode.class)) {
            checkId(node, findings);
            if (needsLabel(node)) {
                checkLabel(node, node.getName(), findings);
            } else {
                checkLanguage(node, node.getName(), findings);
            }
        }
    }

    private static boolean needsLabel(FlowNode node) {
        if (!(node instanceof Gateway)) {
            return true;
        }
        boolean diverging =
                new FlowGraph(node.getParentElement()).outgoing(node).size() > 1;
        return diverging && !(node instanceof ParallelGateway);
    }

    private static void checkId(BaseElement element, Findings findings) {
        String types = PREFIXES.entrySet().stream()
                .filter(prefix -> prefix.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        String words = element instanceof SequenceFlow ? ".+" : "[A-Z][A-Za-z0-9]*";
        if (!Pattern.matches("(" + types + ")_" + words, String.valueOf(element.getId()))) {
            findings.add(element, ModelRule.ELEMENT_ID, types.replace("|", "_, ") + "_");
        }
    }

    private static void checkLabel(BaseElement element, String label, Findings findings) {
        if (ModelProperties.isPresent(label)) {
            checkLanguage(element, label, findings);
        } else {
            findings.add(element, ModelRule.LABEL_MISSING);
        }
    }

    private static void checkLanguage(BaseElement element, String label, Findings findings) {
        if (!Labels.isRussian(label)) {
            findings.add(element, ModelRule.LABEL_NOT_RUSSIAN, label);
        }
    }

    /** Narrow types first. */
    private static Map<Class<? extends BaseElement>, String> prefixes() {
        Map<Class<? extends BaseElement>, String> prefixes = new LinkedHashMap<>();
        prefixes.put(SequenceFlow.class, "Flow");
        prefixes.put(StartEvent.class, "Start");
        prefixes.put(EndEvent.class, "End");
        prefixes.put(BoundaryEvent.class, "Event|Boundary");
        prefixes.put(Event.class, "Event");
        prefixes.put(ServiceTask.class, "Service");
        prefixes.put(BusinessRuleTask.class, "Service");
        prefixes.put(Task.class, "Task");
        prefixes.put(CallActivity.class, "Activity|Stage");
        prefixes.put(SubProcess.class, "SubProcess|Block");
        prefixes.put(Gateway.class, "Gateway");
        prefixes.put(FlowNode.class, "Activity");
        return prefixes;
    }
}
