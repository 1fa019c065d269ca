package org.mentoringroadmap.roadmap.check;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Condition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.mentoringroadmap.roadmap.language.SetVariables;

/**
 * Rules about what models compute. A condition is one flag, which is less than the grammar of expressions allows, so that a
 * drawing can be read; and whatever a model reads is set by something before.
 */
final class ConditionRules implements BpmnRules {

    private static final String VALUE = "('[^']*'|\"[^\"]*\"|true|false)";
    private static final Pattern FLAG =
            Pattern.compile("[$#]\\{\\s*(!?\\s*[A-Za-z_]\\w*|[A-Za-z_]\\w*\\s*(==|!=)\\s*" + VALUE + ")\\s*}");

    private static final List<String> OF_TASKS = List.of("candidateGroups", "dueDate", "followUpDate");

    /** What every call of a process hands in. */
    private static final Set<String> OF_STAGES = Set.of("programmeId", "firstYear", "secondYear");

    /** What every call of a block hands in as well. */
    private static final Set<String> OF_BLOCKS = Set.of("roadmapItem", "title", "guide", "start", "due", "responsible");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        file.all(ConditionExpression.class).forEach(condition -> check(condition, known, findings));
        file.all(Condition.class).forEach(condition -> check(condition, known, findings));
        file.executableProcess().ifPresent(process -> checkVariables(file, process, known, findings));
    }

    /** What is outside the grammar is said once, by the rule of the grammar. */
    private static void check(ModelElementInstance condition, ModelContext known, Findings findings) {
        String text = condition.getTextContent().strip();
        if (!isFlag(text) && Expressions.refused(text, known::isTaken).isEmpty()) {
            findings.add(owner((BaseElement) condition.getParentElement()), ModelRule.CONDITION, text);
        }
    }

    /** What an unknown service would have set is not missed beside it. */
    private static void checkVariables(BpmnFile file, Process process, ModelContext known, Findings findings) {
        if (!SetVariables.calls(file.model())
                .allMatch(bean -> bean.filter(known::beanExists).isPresent())) {
            return;
        }
        Set<String> set = new HashSet<>(SetVariables.of(file.model()));
        set.addAll(handedIn(process, known));
        if (RoadmapRules.isRoadmap(file.model())) {
            RoadmapRules.OF_START.forEach(listener -> set.addAll(SetVariables.leftBy(listener))); // asked for by a rule
        }
        Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(type -> file.all(type).stream())
                .forEach(element -> expressions(element)
                        .filter(text ->
                                Expressions.refused(text, known::isTaken).isEmpty())
                        .flatMap(text -> Expressions.variables(text).stream())
                        .filter(name -> !set.contains(name) && !known.isTaken(name) && !name.equals("execution"))
                        .distinct()
                        .forEach(name -> findings.add(element, ModelRule.UNKNOWN_VARIABLE, name)));
    }

    /** What those who call the process hand in; of one that nobody calls yet, what every caller would. */
    private static Set<String> handedIn(Process process, ModelContext known) {
        Set<String> names = new HashSet<>(OF_STAGES);
        List<CallActivity> calls = known.callers(String.valueOf(process.getId()));
        calls.stream()
                .flatMap(call -> ModelProperties.handIns(call).stream())
                .map(HandIn::target)
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (calls.isEmpty()) {
            names.addAll(OF_BLOCKS);
            names.addAll(CallActivityRules.inputsOf(process.getId()));
        }
        return names;
    }

    private static Stream<String> expressions(BaseElement element) {
        if (element instanceof SequenceFlow flow) {
            return Stream.ofNullable(flow.getConditionExpression())
                    .map(ModelElementInstance::getTextContent)
                    .filter(ConditionRules::isFlag);
        }
        Stream<String> texts = Stream.of(element.getAttributeValue("name"));
        if (element instanceof UserTask task) {
            texts = Stream.concat(
                    Stream.concat(texts, Stream.of(ModelProperties.documentation(task))),
                    OF_TASKS.stream().map(attribute -> ModelProperties.attribute(task, attribute)));
        }
        if (element instanceof CallActivity call) {
            texts = Stream.concat(texts, ModelProperties.handIns(call).stream().map(HandIn::sourceExpression));
        }
        Stream<String> timers = element.getChildElementsByType(TimerEventDefinition.class).stream()
                .map(ModelElementInstance::getTextContent);
        Stream<String> conditions = element.getChildElementsByType(EventDefinition.class).stream()
                .flatMap(definition -> definition.getChildElementsByType(Condition.class).stream())
                .map(ModelElementInstance::getTextContent)
                .filter(ConditionRules::isFlag);
        return Stream.of(texts, timers, conditions).flatMap(all -> all).filter(Objects::nonNull);
    }

    private static boolean isFlag(String condition) {
        return FLAG.matcher(condition.strip()).matches();
    }

    private static BaseElement owner(BaseElement parent) {
        return parent instanceof EventDefinition ? (BaseElement) parent.getParentElement() : parent;
    }
}
