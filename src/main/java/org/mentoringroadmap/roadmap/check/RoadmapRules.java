package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.RowOrder;
import org.mentoringroadmap.roadmap.flow.Places;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.mentoringroadmap.roadmap.language.SetVariables;

/**
 * Rules about a roadmap as a whole: its master, its stages, and the parts that a year cannot do without. It is
 * read as it will be after the deployment, from the files of it and from what is in force beside them.
 */
final class RoadmapRules {
    /** What the start of a master calls, so that there is a year at all, and one that begins late can be set right. */
    static final List<String> OF_START = List.of("startProgramme", "lookUpPassedTerms");

    private static final String STAGE_TEMPLATE = "org.mentoringroadmap.stage";

    /** What the block that makes pairs is handed where it does. */
    private static final HandIn PAIRS = new HandIn("pairStep", null, "decide", null);

    /** Blocks that end at once where there are no pairs. */
    private static final Set<String> WITH_PAIRS = Set.of("pair-task", "meetings-watch", "pair-plans");

    /** Services that a roadmap with pairs cannot do without. */
    private static final List<String> OF_PAIRS = List.of("startMentorships", "closeMentorships");

    /** Whether a model is the master of a roadmap, finished or not. */
    static boolean isRoadmap(BpmnModelInstance model) {
        return stages(model).findAny().isPresent() || SetVariables.beans(model).anyMatch(OF_START.get(0)::equals);
    }

    /** @param before what is in force now */
    void check(
            Collection<BpmnFile> deployed,
            Map<String, BpmnModelInstance> before,
            ModelContext known,
            List<ModelProblem> problems) {
        Map<String, BpmnFile> files = new LinkedHashMap<>();
        deployed.forEach(file -> file.executableProcess().ifPresent(process -> files.put(process.getId(), file)));
        Map<String, BpmnModelInstance> models = known.models();
        files.forEach((key, file) -> {
            Findings findings = new Findings(file.name(), problems);
            checkOffer(file, findings);
            checkCalls(key, file, models, findings);
            checkClosing(file, findings);
            if (isRoadmap(file.model())) {
                checkMaster(file, findings);
            }
        });
        models.forEach((key, model) -> {
            Set<String> parts = parts(key, models);
            if (parts.stream().anyMatch(files::containsKey) && isRoadmap(model)) {
                checkParts(parts, files, before, models, problems);
                checkPairsFirst(model, parts, files, before, models, problems);
            }
        });
    }

    // who may start what

    /** Whatever can be started from Tasklist is offered as a roadmap. */
    private static void checkOffer(BpmnFile file, Findings findings) {
        Process process = file.executableProcess().orElseThrow();
        boolean offered = !"false".equals(ModelProperties.attribute(process, "isStartableInTasklist"));
        if (offered != isRoadmap(file.model())) {
            findings.addCase(process, ModelRule.ROADMAP_OFFERED, offered ? "other" : "roadmap");
        }
    }

    // the master

    private static void checkMaster(BpmnFile file, Findings findings) {
        Process process = file.executableProcess().orElseThrow();
        if (stages(file.model()).findAny().isEmpty()) {
            findings.addCase(process, ModelRule.ROADMAP_STAGE, "none");
        }
        process.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> start.getEventDefinitions().isEmpty())
                .forEach(start -> checkStart(start, file, findings));
        process.getChildElementsByType(EndEvent.class).stream()
                .filter(end -> end.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance))
                .filter(end -> !listens(end, "executionListener", "end", "completeProgramme"))
                .filter(end -> !listens(process, "executionListener", "end", "completeProgramme"))
                .forEach(end -> findings.addCase(end, ModelRule.ROADMAP_PART, "completion"));
        checkDeadlines(process, findings);
        checkProcesses(file, findings);
    }

    private static void checkStart(StartEvent start, BpmnFile file, Findings findings) {
        List<String> missing = OF_START.stream()
                .filter(listener -> !listens(start, "executionListener", "start", listener))
                .toList();
        if (!missing.isEmpty()) {
            findings.addCase(start, ModelRule.ROADMAP_PART, "start", String.join(", ", missing));
        } else if (file.all(UserTask.class).stream()
                .noneMatch(task -> listens(task, "taskListener", "complete", "confirmTerms"))) {
            findings.addCase(start, ModelRule.ROADMAP_PART, "confirm-terms");
        }
        if (!ModelProperties.isPresent(ModelProperties.attribute(start, "formRef"))) {
            findings.addCase(start, ModelRule.ROADMAP_PART, "form");
        }
    }

    /** Reminders come from an event sub-process that a timer starts and that stops nothing. */
    private static void checkDeadlines(Process process, Findings findings) {
        List<SubProcess> controls = process.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .filter(scope -> scope.getChildElementsByType(ServiceTask.class).stream()
                        .anyMatch(service -> runs(service, "sweepDeadlines")))
                .toList();
        if (controls.isEmpty()) {
            findings.addCase(process, ModelRule.ROADMAP_PART, "deadlines");
        }
        controls.stream()
                .flatMap(scope -> scope.getChildElementsByType(StartEvent.class).stream())
                .filter(StartEvent::isInterrupting)
                .forEach(start -> findings.addCase(start, ModelRule.ROADMAP_PART, "interrupting"));
    }

    /** A process that two stages call would have its rows twice; each but the first is reported. */
    private static void checkProcesses(BpmnFile file, Findings findings) {
        Map<String, CallActivity> targets = new HashMap<>();
        stages(file.model())
                .forEach(stage -> Optional.ofNullable(
                                targets.putIfAbsent(String.valueOf(stage.getCalledElement()), stage))
                        .ifPresent(first ->
                                findings.addCase(stage, ModelRule.ROADMAP_STAGE, "process-taken", Places.of(first))));
    }

    // calls

    private static void checkCalls(
            String key, BpmnFile file, Map<String, BpmnModelInstance> models, Findings findings) {
        boolean calledAsStage = models.values().stream()
                .flatMap(RoadmapRules::stages)
                .anyMatch(stage -> key.equals(stage.getCalledElement()));
        if (calledAsStage
                && !isRoadmap(file.model())
                && rows(file.model()).findAny().isEmpty()) {
            findings.addCase(file.executableProcess().orElseThrow(), ModelRule.ROADMAP_STAGE, "empty");
        }
        for (CallActivity call : file.all(CallActivity.class)) {
            String target = String.valueOf(call.getCalledElement());
            if (target.equals(key) || calls(target, key, models, new HashSet<>())) {
                findings.add(call, ModelRule.CALL_CIRCLE, target);
            } else if (models.containsKey(target)) {
                checkTarget(call, models.get(target), findings);
            }
        }
    }

    private static void checkTarget(CallActivity call, BpmnModelInstance target, Findings findings) {
        Map<String, String> properties = ModelProperties.of(call);
        boolean hasRows = rows(target).findAny().isPresent();
        if (isStage(call)) {
            if (!hasRows && isBlock(target)) {
                findings.addCase(call, ModelRule.ROADMAP_STAGE, "block", call.getCalledElement());
            }
        } else if (hasRows) {
            boolean isRow = properties.containsKey(ModelProperties.ITEM);
            findings.addCase(call, ModelRule.ROADMAP_STAGE, isRow ? "row" : "unnumbered", call.getCalledElement());
        } else if (properties.containsKey(ModelProperties.ITEM)) {
            checkResponsible(call, properties.get(ModelProperties.RESPONSIBLE), target, findings);
        }
    }

    /** The roles to which a block gives its tasks by itself must be among those that the roadmap names. */
    private static void checkResponsible(
            CallActivity row, String responsible, BpmnModelInstance block, Findings findings) {
        Set<String> fixed = block.getModelElementsByType(UserTask.class).stream()
                .map(task -> ModelProperties.attribute(task, "candidateGroups"))
                .flatMap(groups -> ModelProperties.roles(groups).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean handedOn = block.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> ModelProperties.handIns(call).stream())
                .anyMatch(in -> "responsible".equals(in.target()));
        if (!handedOn
                && !fixed.isEmpty()
                && fixed.stream().noneMatch(ModelProperties::isExpression)
                && responsible != null
                && !ModelProperties.roles(responsible).containsAll(fixed)) {
            findings.add(row, ModelRule.RESPONSIBLE_UNUSED, row.getCalledElement(), String.join(", ", fixed));
        }
    }

    /** A block asks at its start whether its row is closed already. */
    private static boolean isBlock(BpmnModelInstance model) {
        return SetVariables.beans(model).anyMatch("lookUpOutcome"::equals);
    }

    private static boolean calls(String from, String to, Map<String, BpmnModelInstance> models, Set<String> seen) {
        return seen.add(from)
                && models.containsKey(from)
                && ModelReferences.called(models.get(from))
                        .anyMatch(next -> next.equals(to) || calls(next, to, models, seen));
    }

    // parts that are not seen

    /** What a stage closes by must be one of its own rows. */
    private static void checkClosing(BpmnFile file, Findings findings) {
        file.all(FlowNode.class).stream()
                .filter(node -> listens(node, "executionListener", "start", "lookUpClosing"))
                .forEach(node -> {
                    String item = ModelProperties.of(node).get("closingItem");
                    boolean found = rows(file.model())
                            .map(ModelProperties::of)
                            .flatMap(row -> RoadmapItems.list(row.get(ModelProperties.ITEM)).stream()
                                    .limit(1))
                            .anyMatch(number -> item != null && RoadmapItems.same(number, item));
                    boolean unnumbered = file.all(FlowNode.class).stream()
                            .map(ModelProperties::of)
                            .anyMatch(row -> row.containsKey(ModelProperties.DUE)
                                    && !row.containsKey(ModelProperties.ITEM)); // which is said by another rule
                    if (item == null) {
                        findings.addCase(node, ModelRule.ROADMAP_PART, "closing-none");
                    } else if (!found && !unnumbered) {
                        findings.addCase(node, ModelRule.ROADMAP_PART, "closing", item);
                    }
                });
        file.all(BoundaryEvent.class).stream()
                .filter(BoundaryEvent::cancelActivity)
                .filter(event -> event.getAttachedTo() instanceof SubProcess scope
                        && scope.getChildElementsByType(CallActivity.class).stream()
                                .anyMatch(call -> "meetings-watch".equals(call.getCalledElement())))
                .filter(event -> file.all(ServiceTask.class).stream()
                        .noneMatch(service -> runs(service, "recordOpenMentorships")))
                .forEach(event -> findings.addCase(event, ModelRule.ROADMAP_PART, "open-mentorships"));
    }

    /** A roadmap that makes pairs starts and closes them. What was missing before is not this deployment's fault. */
    private static void checkParts(
            Set<String> parts,
            Map<String, BpmnFile> files,
            Map<String, BpmnModelInstance> before,
            Map<String, BpmnModelInstance> models,
            List<ModelProblem> problems) {
        Optional<CallActivity> pairs = parts.stream()
                .flatMap(key -> rows(models.get(key)))
                .filter(RoadmapRules::makesPairs)
                .map(CallActivity.class::cast)
                .findFirst();
        if (pairs.isEmpty()) {
            return;
        }
        for (String service : OF_PAIRS) {
            if (parts.stream().noneMatch(key -> has(models.get(key), service))) {
                Predicate<String> takesAway = key -> before.containsKey(key) && has(before.get(key), service);
                parts.stream()
                        .filter(files::containsKey)
                        .filter(key -> takesAway.test(key)
                                || isRoadmap(models.get(key))
                                || rows(models.get(key)).anyMatch(RoadmapRules::makesPairs))
                        .sorted(Comparator.comparing(takesAway::test).reversed())
                        .findFirst()
                        .ifPresent(key -> report(files.get(key), service, pairs.get(), problems));
            }
        }
    }

    /** What pairs do comes after they were made: a block that finds none ends at once, and closes its row. */
    private static void checkPairsFirst(
            BpmnModelInstance master,
            Set<String> parts,
            Map<String, BpmnFile> files,
            Map<String, BpmnModelInstance> before,
            Map<String, BpmnModelInstance> models,
            List<ModelProblem> problems) {
        Map<String, FlowNode> early = beforePairs(master, parts, models);
        String key =
                master.getModelElementsByType(Process.class).iterator().next().getId();
        Set<String> already = before.containsKey(key)
                ? beforePairs(before.get(key), parts(key, before), before).keySet()
                : Set.of();
        files.values().stream()
                .filter(file ->
                        problems.stream().noneMatch(problem -> file.name().equals(problem.resource())))
                .toList() // what is told of a part here is no reason to leave out the next one
                .forEach(file -> {
                    List<FlowNode> here = early.entrySet().stream()
                            .filter(row -> !already.contains(row.getKey()))
                            .map(Map.Entry::getValue)
                            .filter(row -> row.getModelInstance() == file.model())
                            .toList();
                    if (!here.isEmpty()) {
                        new Findings(file.name(), problems)
                                .addCase(
                                        here.get(0),
                                        ModelRule.ROADMAP_PART,
                                        here.size() == 1 ? "before-pairs" : "before-pairs-several",
                                        numbers(parts.stream()
                                                .flatMap(part -> rows(models.get(part)))
                                                .filter(RoadmapRules::makesPairs)),
                                        numbers(here.stream().skip(1)));
                    }
                });
    }

    private static String numbers(Stream<FlowNode> rows) {
        return rows.map(row -> RoadmapItems.main(ModelProperties.of(row).get(ModelProperties.ITEM)))
                .filter(Objects::nonNull)
                .map(RoadmapItems::printed)
                .collect(Collectors.joining(", "));
    }

    /** Rows of pairs that may begin before any pairs are made, by their keys; none in a roadmap that makes no pairs. */
    private static Map<String, FlowNode> beforePairs(
            BpmnModelInstance master, Set<String> parts, Map<String, BpmnModelInstance> models) {
        Map<String, FlowNode> byKey = new LinkedHashMap<>();
        parts.forEach(part -> rows(models.get(part)).forEach(row -> byKey.put(part + "/" + row.getId(), row)));
        Set<String> making = byKey.entrySet().stream()
                .filter(row -> makesPairs(row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (making.isEmpty()) {
            return Map.of();
        }
        RowOrder order = RowOrder.of(master, key -> Optional.ofNullable(models.get(key)));
        Map<String, FlowNode> early = new LinkedHashMap<>();
        byKey.forEach((key, row) -> {
            if (row instanceof CallActivity call
                    && WITH_PAIRS.contains(String.valueOf(call.getCalledElement()))
                    && order.allBefore(key).stream().noneMatch(making::contains)) {
                early.put(key, row);
            }
        });
        Set<String> all = Set.copyOf(early.keySet());
        early.keySet().removeIf(key -> order.allBefore(key).stream().anyMatch(all::contains)); // told at the first one
        return early;
    }

    private static void report(BpmnFile file, String service, CallActivity pairs, List<ModelProblem> problems) {
        new Findings(file.name(), problems)
                .addCase(
                        file.executableProcess().orElseThrow(),
                        ModelRule.ROADMAP_PART,
                        service.equals(OF_PAIRS.get(0)) ? "start-pairs" : "close-pairs",
                        Places.of(pairs));
    }

    private static boolean makesPairs(FlowNode row) {
        return row instanceof CallActivity call
                && "pair-formation".equals(call.getCalledElement())
                && ModelProperties.handIns(call).contains(PAIRS);
    }

    // what is what

    /** The master and the processes of its stages, as far as they are known. */
    private static Set<String> parts(String master, Map<String, BpmnModelInstance> models) {
        Set<String> parts = new LinkedHashSet<>(Set.of(master));
        stages(models.get(master))
                .map(CallActivity::getCalledElement)
                .filter(models::containsKey)
                .forEach(parts::add);
        return parts;
    }

    private static Stream<CallActivity> stages(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class).stream().filter(RoadmapRules::isStage);
    }

    private static boolean isStage(CallActivity call) {
        return ModelProperties.of(call).containsKey(ModelProperties.STAGE)
                || STAGE_TEMPLATE.equals(ModelProperties.attribute(call, "modelerTemplate"));
    }

    /** Rows in the order of the file, in which what was drawn last comes last. */
    static Stream<FlowNode> rows(BpmnModelInstance model) {
        return FlowGraph.everywhere(model, FlowNode.class).stream()
                .filter(node -> ModelProperties.of(node).containsKey(ModelProperties.ITEM));
    }

    private static boolean has(BpmnModelInstance model, String service) {
        return model.getModelElementsByType(ServiceTask.class).stream().anyMatch(task -> runs(task, service));
    }

    private static boolean runs(ServiceTask service, String bean) {
        return Expressions.bean(ModelProperties.attribute(service, "delegateExpression"))
                .filter(bean::equals)
                .isPresent();
    }

    private static boolean listens(BaseElement element, String kind, String event, String bean) {
        return ModelProperties.extensions(element, kind).stream()
                .filter(listener -> event.equals(listener.getAttribute("event")))
                .anyMatch(listener -> Expressions.bean(listener.getAttribute("delegateExpression"))
                        .filter(bean::equals)
                        .isPresent());
    }
}
