package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about timers, messages, errors and the events that wait for them. */
final class EventRules implements BpmnRules {
    private static final String NEEDS_TEMPLATE = "org.mentoringroadmap.needs";

    /** What the engine waits for or throws here; an end that stops everything is told by another rule. */
    private static final List<Class<? extends EventDefinition>> KINDS = List.of(
            TimerEventDefinition.class,
            MessageEventDefinition.class,
            ErrorEventDefinition.class,
            TerminateEventDefinition.class,
            ConditionalEventDefinition.class);

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(TimerEventDefinition.class).forEach(timer -> checkTimer(timer, findings));
        file.all(MessageEventDefinition.class)
                .forEach(definition -> checkMessage(event(definition), definition.getMessage(), findings));
        file.all(ReceiveTask.class).forEach(task -> checkMessage(task, task.getMessage(), findings));
        file.all(ErrorEventDefinition.class).forEach(definition -> checkError(definition, findings));
        file.all(BoundaryEvent.class).stream()
                .filter(event -> event.getEventDefinitions().size() != 1)
                .forEach(event -> findings.add(event, ModelRule.EVENT_DEFINITION));
        file.all(IntermediateCatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().size() != 1)
                .forEach(event -> findings.add(event, ModelRule.EVENT_DEFINITION));
        file.all(StartEvent.class).forEach(start -> checkStart(start, findings));
        file.all(EventDefinition.class).stream()
                .filter(definition -> KINDS.stream().noneMatch(kind -> kind.isInstance(definition)))
                .forEach(definition -> findings.addCase(
                        event(definition),
                        ModelRule.EVENT_DEFINITION,
                        "kind",
                        Messages.kind(definition.getElementType().getTypeName())));
        file.all(FlowNode.class).forEach(node -> checkNeeds(node, findings));
        file.all(EventBasedGateway.class).stream()
                .filter(gateway -> !onlyWaits(gateway))
                .forEach(gateway -> findings.add(gateway, ModelRule.EVENT_GATEWAY));
    }

    /** An event that waits for rows names them, and waits for the message that lets it go on; nothing else does. */
    private static void checkNeeds(FlowNode node, Findings findings) {
        boolean ofTemplate = NEEDS_TEMPLATE.equals(ModelProperties.attribute(node, "modelerTemplate"));
        boolean names = ModelProperties.of(node).containsKey(ModelProperties.NEEDS);
        boolean waits = message(node).filter(ModelProperties.NEEDS_MET::equals).isPresent();
        if (!ofTemplate && !names && !waits) {
            return;
        }
        if (!(node instanceof IntermediateCatchEvent event) || waitsForSomethingElse(event)) {
            findings.addCase(node, ModelRule.ROADMAP_NEEDS, "event", ModelProperties.NEEDS_MET);
        } else if (!names) {
            findings.addCase(node, ModelRule.ROADMAP_NEEDS, "none");
        }
        RoadmapItemRules.checkNumbers(node, ModelProperties.of(node), ModelProperties.NEEDS, findings);
    }

    private static boolean waitsForSomethingElse(IntermediateCatchEvent event) {
        return event.getEventDefinitions().stream()
                        .anyMatch(definition -> !(definition instanceof MessageEventDefinition))
                || message(event)
                        .filter(name -> !ModelProperties.NEEDS_MET.equals(name))
                        .isPresent();
    }

    /** Name of the message that a node waits for; empty for none, or for one without a name, which another rule says. */
    private static Optional<String> message(FlowNode node) {
        Stream<Message> awaited = node instanceof ReceiveTask task
                ? Stream.ofNullable(task.getMessage())
                : node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(MessageEventDefinition::getMessage);
        return awaited.filter(Objects::nonNull)
                .map(Message::getName)
                .filter(ModelProperties::isPresent)
                .findFirst();
    }

    private static void checkStart(StartEvent start, Findings findings) {
        boolean ofEventSubProcess =
                start.getParentElement() instanceof SubProcess subProcess && subProcess.triggeredByEvent();
        if (ofEventSubProcess && start.getEventDefinitions().size() != 1) {
            findings.add(start, ModelRule.EVENT_SUB_PROCESS);
        }
        boolean byTimer = start.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        if (byTimer && !ofEventSubProcess) {
            findings.addCase(start, ModelRule.EVENT_DEFINITION, "timer-start");
        }
        boolean byMessage = start.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
        boolean listens = ModelProperties.extensions(start, "executionListener").stream()
                .anyMatch(listener -> "start".equals(listener.getAttribute("event")));
        if (byMessage && !ofEventSubProcess && !listens) {
            findings.add(start, ModelRule.MESSAGE_START);
        }
    }

    /** Whether only what waits stands behind the gateway, at least twice. */
    static boolean onlyWaits(EventBasedGateway gateway) {
        List<SequenceFlow> ways = new FlowGraph(gateway.getParentElement()).outgoing(gateway);
        return ways.size() > 1
                && ways.stream()
                        .map(SequenceFlow::getTarget)
                        .allMatch(next -> next instanceof IntermediateCatchEvent || next instanceof ReceiveTask);
    }

    private static void checkTimer(TimerEventDefinition timer, Findings findings) {
        boolean valid = isValid(timer.getTimeDate(), Timers::isDate)
                || isValid(timer.getTimeDuration(), Timers::isDuration)
                || isValid(timer.getTimeCycle(), Timers::isCycle);
        if (!valid) {
            findings.add(event(timer), ModelRule.TIMER, timer.getTextContent().strip());
        }
    }

    private static boolean isValid(ModelElementInstance expression, Predicate<String> grammar) {
        return expression != null && grammar.test(expression.getTextContent().strip());
    }

    private static void checkMessage(BaseElement element, Message message, Findings findings) {
        if (message == null || !ModelProperties.isPresent(message.getName())) {
            findings.add(element, ModelRule.MESSAGE_NAME);
        }
    }

    private static void checkError(ErrorEventDefinition definition, Findings findings) {
        if (definition.getError() == null
                || !ModelProperties.isPresent(definition.getError().getErrorCode())) {
            findings.add(event(definition), ModelRule.ERROR_CODE);
        }
    }

    private static BaseElement event(BaseElement definition) {
        return definition.getParentElement() instanceof Event event ? event : definition;
    }
}
