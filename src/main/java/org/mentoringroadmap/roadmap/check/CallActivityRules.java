package org.mentoringroadmap.roadmap.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;
import org.mentoringroadmap.roadmap.ModelReferences;

/**
 * Rules about calls: which process, which version, and what it is handed. What a stage and what an activity hand in is
 * always the same, so that an administrator copies it and fills in the properties only.
 */
final class CallActivityRules implements BpmnRules {

    private static final String BUSINESS_KEY = "[$#]\\{\\s*execution\\.processBusinessKey\\s*}";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");
    private static final List<String> YEARS = List.of("firstYear", "secondYear");
    private static final Map<String, String> ACTIVITY_INPUTS = activityInputs();

    /** Inputs of single blocks beside those of every activity; each is a plain text. */
    private static final Map<String, List<String>> BLOCK_INPUTS = Map.of(
            "document-approval", List.of("documentType"),
            "event", List.of("eventKind", "protocol"),
            "questionnaire-campaign", List.of("questionnaire"),
            "consent-collection", List.of("consentKind"),
            "register-formation", List.of("participantRole", "participantCategory"),
            "monitoring-cycle", List.of("monitoringKind", "controlPoint"),
            "recognition", List.of("recognitionKind"),
            "pair-formation", List.of("pairStep"),
            "meetings-watch", List.of("meetingKind"));

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (CallActivity call : file.all(CallActivity.class)) {
            checkTarget(call, known, findings);
            checkBusinessKey(call, findings);
            checkChoices(call, known, findings);
            Map<String, String> properties = ModelProperties.of(call);
            if (properties.containsKey(ModelProperties.ITEM) || properties.containsKey(ModelProperties.STAGE)) {
                YEARS.forEach(year -> checkVariable(call, year, findings));
            }
            if (properties.containsKey(ModelProperties.ITEM)) {
                ACTIVITY_INPUTS.forEach((input, expression) -> checkExpression(call, input, expression, findings));
                BLOCK_INPUTS
                        .getOrDefault(String.valueOf(call.getCalledElement()), List.of())
                        .forEach(input -> checkConstant(call, input, findings));
            }
        }
    }

    /** What a block is handed beside what every activity is. */
    static List<String> inputsOf(String block) {
        return BLOCK_INPUTS.getOrDefault(String.valueOf(block), List.of());
    }

    private static void checkTarget(CallActivity call, ModelContext known, Findings findings) {
        String target = call.getCalledElement();
        if (!ModelProperties.isPresent(target)) {
            findings.addCase(call, ModelRule.CALLED_PROCESS, "missing");
        } else if (!known.processExists(target)) {
            findings.addCase(call, ModelRule.CALLED_PROCESS, "unknown", target);
        } else if (known.process(target)
                .filter(ModelReferences::startsByMessage)
                .isPresent()) {
            findings.addCase(call, ModelRule.CALLED_PROCESS, "by-itself", target);
        }
        String binding = ModelProperties.attribute(call, "calledElementBinding");
        if (binding != null && !"latest".equals(binding)) { // Modeler leaves the default out when it saves
            findings.add(call, ModelRule.CALL_BINDING);
        }
    }

    private static void checkBusinessKey(CallActivity call, Findings findings) {
        boolean handedIn = ModelProperties.handIns(call).stream()
                .map(HandIn::businessKey)
                .filter(Objects::nonNull)
                .anyMatch(key -> key.strip().matches(BUSINESS_KEY));
        if (!handedIn) {
            findings.add(call, ModelRule.CALL_BUSINESS_KEY);
        }
    }

    private static void checkVariable(CallActivity call, String variable, Findings findings) {
        if (inputs(call, variable).noneMatch(in -> variable.equals(in.source()))) {
            findings.addCase(call, ModelRule.HAND_IN, "variable", variable);
        }
    }

    private static void checkExpression(CallActivity call, String input, String expression, Findings findings) {
        if (inputs(call, input).noneMatch(in -> expression.equals(in.sourceExpression()))) {
            findings.addCase(call, ModelRule.HAND_IN, "expression", input, expression);
        }
    }

    private static void checkConstant(CallActivity call, String input, Findings findings) {
        if (inputs(call, input).noneMatch(in -> ModelProperties.isPresent(in.sourceExpression()))) {
            findings.addCase(call, ModelRule.HAND_IN, "constant", input, call.getCalledElement());
        }
    }

    /** What a call works out as it runs cannot be read here. */
    private static void checkChoices(CallActivity call, ModelContext known, Findings findings) {
        for (HandIn in : ModelProperties.handIns(call)) {
            String value = in.sourceExpression();
            if (ModelProperties.isPresent(value) && !EXPRESSION.matcher(value).find()) {
                known.choices(String.valueOf(call.getCalledElement()), in.target())
                        .filter(choices -> !choices.contains(value))
                        .ifPresent(choices -> findings.addCase(
                                call,
                                ModelRule.HAND_IN,
                                "choice",
                                in.target(),
                                Findings.said(value),
                                call.getCalledElement(),
                                String.join(", ", new TreeSet<>(choices))));
            }
        }
    }

    private static Stream<HandIn> inputs(CallActivity call, String target) {
        return ModelProperties.handIns(call).stream().filter(in -> target.equals(in.target()));
    }

    private static Map<String, String> activityInputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("programmeId", "${execution.processBusinessKey}");
        inputs.put("roadmapItem", "${activityProperties.item(execution)}");
        for (String input : List.of("title", "guide", "start", "due", "responsible")) {
            inputs.put(input, "${activityProperties." + input + "(execution)}");
        }
        return inputs;
    }
}
