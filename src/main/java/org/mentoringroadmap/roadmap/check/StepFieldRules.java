package org.mentoringroadmap.roadmap.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.roadmap.language.NeededFields;

/** Rules about the figures and texts that a task takes from its form ({@link StepFields}). */
final class StepFieldRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (UserTask task : file.all(UserTask.class)) {
            Map<String, String> properties = ModelProperties.of(task);
            try {
                StepFields fields = StepFields.parse(name -> Optional.ofNullable(properties.get(name)));
                known.form(String.valueOf(ModelProperties.attribute(task, "formRef")))
                        .map(FormFileRules::keys)
                        .ifPresent(keys -> checkForm(task, fields, keys, findings));
            } catch (IllegalArgumentException e) {
                findings.addCase(task, ModelRule.STEP_FIELDS, "unreadable", String.valueOf(e.getMessage()));
            }
            checkNeeded(task, known, findings);
        }
        file.all(StartEvent.class).forEach(start -> checkNeeded(start, known, findings));
    }

    /** A form that comes along is told of what it lacks itself. */
    private static void checkNeeded(FlowNode element, ModelContext known, Findings findings) {
        String form = ModelProperties.attribute(element, "formRef");
        if (form == null || known.bringsForm(form)) {
            return;
        }
        known.form(form).ifPresent(content -> {
            Set<String> keys = FormFileRules.keys(content);
            NeededFields.byListeners(element, FormFileRules.outcomes(content)).stream()
                    .filter(name -> !keys.contains(name))
                    .sorted()
                    .forEach(name -> findings.addCase(element, ModelRule.STEP_FIELDS, "needed", name, form));
        });
    }

    private static void checkForm(UserTask task, StepFields fields, Set<String> keys, Findings findings) {
        fields.names().stream()
                .filter(name -> !keys.contains(name))
                .forEach(name -> findings.addCase(
                        task, ModelRule.STEP_FIELDS, "form", name, ModelProperties.attribute(task, "formRef")));
    }
}
