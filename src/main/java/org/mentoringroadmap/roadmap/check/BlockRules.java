package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.block.BlockParameter;
import org.mentoringroadmap.roadmap.language.Expressions;

/** Rules about blocks: who does their tasks, and what a model tells them beside what it hands in. */
final class BlockRules implements BpmnRules {
    /** What every block asks at its start. */
    private static final String BEGINS = "lookUpOutcome";

    /** To approve and to number is the office's, whoever answers for the activity. */
    private static final Set<String> OFFICES = Set.of("director", "secretary");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        if (file.all(StartEvent.class).stream().anyMatch(BlockRules::beginsABlock)) {
            file.all(UserTask.class).forEach(task -> checkWho(task, findings));
        }
        file.all(CallActivity.class).forEach(call -> checkParameters(call, known, findings));
        file.executableProcess().ifPresent(process -> checkReliedOn(file, process, known, findings));
    }

    /** One line for each: whoever has renamed two has two fields to fill in. */
    private static void checkReliedOn(BpmnFile file, Process process, ModelContext known, Findings findings) {
        Set<String> there =
                file.all(FlowElement.class).stream().map(FlowElement::getId).collect(Collectors.toSet());
        known.reliedOn(process.getId()).stream()
                .filter(id -> !there.contains(id))
                .sorted()
                .forEach(id -> findings.add(process, ModelRule.RELIED_ON, id));
    }

    private static boolean beginsABlock(StartEvent start) {
        return ModelProperties.extensions(start, "executionListener").stream()
                .flatMap(listener -> Expressions.bean(listener.getAttribute("delegateExpression")).stream())
                .anyMatch(BEGINS::equals);
    }

    private static void checkWho(UserTask task, Findings findings) {
        List<String> fixed = ModelProperties.roles(ModelProperties.attribute(task, "candidateGroups")).stream()
                .filter(role -> !ModelProperties.isExpression(role) && !OFFICES.contains(role))
                .toList();
        if (!fixed.isEmpty()) {
            findings.add(task, ModelRule.BLOCK_RESPONSIBLE, String.join(", ", fixed));
        }
    }

    private static void checkParameters(CallActivity call, ModelContext known, Findings findings) {
        Map<String, String> said = ModelProperties.of(call);
        known.parameters(String.valueOf(call.getCalledElement())).stream()
                .filter(parameter -> said.containsKey(parameter.name()))
                .forEach(parameter -> {
                    String value = said.get(parameter.name());
                    if (parameter.isRoles()) {
                        UserTaskRules.checkRoles(call, value, parameter.name(), known, findings);
                    }
                    Optional<String> instead = parameter.refused(value);
                    if (instead.isPresent()) {
                        findings.addCase(
                                call, ModelRule.BLOCK_PARAMETER, parameter.kind(), Findings.said(value), instead.get());
                    } else {
                        checkBesideTerm(call, parameter, value, said, findings);
                    }
                });
    }

    private static void checkBesideTerm(
            CallActivity call, BlockParameter parameter, String value, Map<String, String> said, Findings findings) {
        RoadmapItemRules.range(said)
                .flatMap(term -> parameter.besideTerm().refused(value, term, RoadmapItemRules.ANY_YEAR))
                .ifPresent(part -> findings.addCase(
                        call,
                        ModelRule.BLOCK_PARAMETER,
                        parameter.name() + "-term",
                        part,
                        said.get(ModelProperties.DUE)));
    }
}
